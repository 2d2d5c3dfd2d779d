package app.rapport.demo.model;

import app.rapport.demo.model.Company.Plot;
import app.rapport.people.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** The customers of the made-up firm and who works there; nobody of them exists. */
final class Cast {
    private static final String[][] FIRMS = {
        {"Wexcombe Brewing", "Brewery", "Wexcombe"},
        {"Thrushwick Dairy", "Dairy", "Thrushwick"},
        {"Larchwick Pharma", "Pharma", "Larchwick"},
        {"Harrowmere Ales", "Brewery", "Harrowmere"},
        {"Pennifold Juices", "Drinks", "Pennifold"},
        {"Kestrelby Biologics", "Pharma", "Kestrelby"},
        {"Fallowmere Cider", "Drinks", "Fallowmere"},
        {"Brindlecote Creamery", "Dairy", "Brindlecote"},
        {"Tamsinford Foods", "Food", "Tamsinford"},
        {"Ravelstone Spirits", "Drinks", "Ravelstone"},
        {"Osierfield Yoghurt", "Dairy", "Osierfield"},
        {"Elderwick Labs", "Pharma", "Elderwick"},
        {"Stoutbarrow Brewery", "Brewery", "Stoutbarrow"},
        {"Coldharrow Dairy", "Dairy", "Coldharrow"},
        {"Millrace Cosmetics", "Cosmetics", "Millrace"},
        {"Marlpit Malting", "Brewery", "Marlpit"},
        {"Ambleford Springs", "Water", "Ambleford"},
        {"Plumhollow Syrups", "Food", "Plumhollow"},
        {"Hobblethorpe Ales", "Brewery", "Hobblethorpe"},
        {"Gorsewater Drinks", "Drinks", "Gorsewater"},
        {"Petalstone Perfumes", "Cosmetics", "Petalstone"},
        {"Quenby and Sloe", "Drinks", "Quenby"},
        {"Dovemarsh Milk", "Dairy", "Dovemarsh"},
        {"Yarrowgate Oils", "Food", "Yarrowgate"},
        {"Swiftlode Bottling", "Water", "Swiftlode"},
        {"Sorrelby Lemonade", "Drinks", "Sorrelby"},
        {"Wickenshaw Sauces", "Food", "Wickenshaw"},
        {"Nettlemoor Kombucha", "Drinks", "Nettlemoor"},
        {"Underbeck Water", "Water", "Underbeck"},
        {"Tanglefen Inks", "Coatings", "Tanglefen"},
        {"Vinecote Winery", "Drinks", "Vinecote"},
        {"Saltreed Vinegars", "Food", "Saltreed"},
        {"Duskwater Coatings", "Coatings", "Duskwater"},
        {"Amberfold Meadery", "Drinks", "Amberfold"},
        {"Grindlecote Coffee", "Food", "Grindlecote"},
        {"Ironbeck Metals", "Coatings", "Ironbeck"},
        {"Bramblecroft Preserves", "Food", "Bramblecroft"},
        {"Loxfern Cleaning", "Coatings", "Loxfern"},
        {"Tidewrack Seafoods", "Food", "Tidewrack"},
        {"Crowmantle Energy", "Drinks", "Crowmantle"}
    };

    /** How it went with a seller's companies, turn by turn: each seller has some of each. */
    private static final List<Plot> PLOTS =
            List.of(
                    Plot.LOYAL,
                    Plot.LOYAL,
                    Plot.TABLE,
                    Plot.COMPLAINT,
                    Plot.LOYAL,
                    Plot.DRIFTING,
                    Plot.QUIET,
                    Plot.PROSPECT,
                    Plot.LOYAL,
                    Plot.CHASED,
                    Plot.PROSPECT,
                    Plot.LOST,
                    Plot.QUIET,
                    Plot.LOYAL);

    private static final String[] GIVEN = {
        "Marta", "Jonas", "Bea", "Luis", "Ilse", "Henrik", "Amara", "Piotr", "Sanne", "Yusuf",
        "Clara", "Owen", "Freya", "Dario", "Nadia", "Tomasz", "Elif", "Rasmus", "Leona", "Kofi",
        "Maren", "Viktor", "Aoife", "Santi", "Greta", "Milan", "Rosa", "Anton", "Zeynep", "Felix",
        "Ines", "Matteo", "Signe", "Arjun", "Petra", "Callum", "Wanda", "Emil", "Tilda", "Noor"
    };
    private static final String[] FAMILY = {
        "Aldred",
        "Brandwick",
        "Castaly",
        "Dunmore",
        "Eskelin",
        "Farrow",
        "Gantry",
        "Holloway",
        "Ibsley",
        "Jarnvik",
        "Kessel",
        "Lomas",
        "Merrow",
        "Nyvang",
        "Orsini",
        "Pellow",
        "Quist",
        "Rusby",
        "Selwyn",
        "Tarrant",
        "Ulverton",
        "Vane",
        "Wetherell",
        "Yarbro",
        "Zelenka",
        "Ashdown",
        "Birkett",
        "Corrigan",
        "Dalgaard",
        "Elstob",
        "Fenwick",
        "Grainger",
        "Hartwell",
        "Ingham",
        "Thornycroft",
        "Vesely",
        "Ekdal",
        "Halvard",
        "Rostad",
        "Sandell"
    };

    private record Post(String title, Role role) {}

    private static final List<Post> POSTS =
            List.of(
                    new Post("Head of production", Role.USER),
                    new Post("Managing director", Role.ECONOMIC),
                    new Post("Quality manager", Role.TECHNICAL),
                    new Post("Purchasing", Role.GATEKEEPER));
    private static final List<Post> LATER_POSTS =
            List.of(
                    new Post("Filling line lead", Role.USER),
                    new Post("Head of finance", Role.ECONOMIC),
                    new Post("Plant engineer", Role.TECHNICAL),
                    new Post("Maintenance lead", Role.INFLUENCER));

    private final long seed;
    private final Set<String> names = new HashSet<>();

    private final List<Integer> mix = new ArrayList<>();

    private Cast(long seed) {
        this.seed = seed;
        for (int i = 0; i < GIVEN.length * FAMILY.length; i++) mix.add(i);
        Collections.shuffle(mix, new Random(seed));
    }

    static List<Company> of(long seed) {
        return new Cast(seed).companies();
    }

    private List<Company> companies() {
        List<Company> all = new ArrayList<>();
        for (int number = 0; number < FIRMS.length; number++) all.add(company(number));
        return List.copyOf(all);
    }

    private Company company(int number) {
        Chance chance = Chance.of(seed, "firm " + number);
        String[] firm = FIRMS[number];
        Plot plot = PLOTS.get(number / Seller.ALL.size());
        String domain = firm[0].toLowerCase(Locale.ROOT).replaceAll("\\W+", "-") + ".example";
        return new Company(
                number,
                firm[0],
                domain,
                firm[1],
                firm[2],
                chance.around(90),
                number % Seller.ALL.size(),
                plot,
                since(plot, chance),
                people(number, domain, chance));
    }

    private static int since(Plot plot, Chance chance) {
        return plot == Plot.PROSPECT || plot == Plot.CHASED
                ? chance.between(90, 170)
                : chance.between(480, 545);
    }

    private List<Person> people(int number, String domain, Chance chance) {
        List<Post> posts = chance.often(.6) ? POSTS : LATER_POSTS;
        List<Person> people = new ArrayList<>();
        for (Post post : posts.subList(0, chance.between(2, 4)))
            people.add(person(number, people.size(), post, domain));
        return people;
    }

    private Person person(int firm, int place, Post post, String domain) {
        for (int turn = 0; ; turn++) {
            int mixed = mix.get((firm * 4 + place + turn * 167) % mix.size());
            String given = GIVEN[mixed % GIVEN.length];
            String family = FAMILY[mixed / GIVEN.length];
            if (!names.add(given + family)) continue;
            String address = (given + "." + family).toLowerCase(Locale.ROOT) + "@" + domain;
            // numbers that Ofcom keeps for plays
            String phone = "+44 20 7946 0%03d".formatted(firm * 4 + place);
            return new Person(given, family, post.title(), post.role(), address, phone);
        }
    }
}
