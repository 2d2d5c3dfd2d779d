package app.rapport.calendar.api;

import app.rapport.access.Refused;
import app.rapport.calendar.CalendarAddresses;
import app.rapport.calendar.store.AddressRows.Address;
import app.rapport.kernel.Needs;
import app.rapport.kernel.Right;
import app.rapport.kernel.Viewer;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The caller's calendars that are read at an address; nobody sees another's. */
@RestController
@Needs(toRead = Right.READ_RECORDS, toChange = Right.CONNECT)
class CalendarAddressesApi {
    private final CalendarAddresses addresses;

    CalendarAddressesApi(CalendarAddresses addresses) {
        this.addresses = addresses;
    }

    /**
     * @param host all of the address that is shown: the rest is a secret
     * @param readAt when it was last read; null before the first time
     * @param trouble why it cannot be read; null while it can
     */
    record CalendarJson(UUID id, String host, @Nullable Instant readAt, @Nullable String trouble) {
        static CalendarJson of(Address one) {
            return new CalendarJson(
                    one.id(), one.host(), one.readAt().orElse(null), one.trouble().orElse(null));
        }
    }

    record CalendarsJson(List<CalendarJson> items) {}

    /**
     * @param address begins with https:// or webcal://
     */
    record NewCalendar(@Nullable String address) {}

    @GetMapping("/api/v1/calendars")
    CalendarsJson all(Viewer viewer) {
        return new CalendarsJson(addresses.all(viewer).stream().map(CalendarJson::of).toList());
    }

    @GetMapping("/api/v1/calendars/{id}")
    CalendarJson one(@PathVariable UUID id, Viewer viewer) {
        return CalendarJson.of(existing(viewer, id));
    }

    /** Reads the calendar at once, and from then on each hour; what cannot be read is not kept. */
    @PostMapping("/api/v1/calendars")
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "201", description = "Followed", useReturnTypeSchema = true)
    CalendarJson follow(@RequestBody NewCalendar wanted, Viewer viewer) {
        if (wanted.address() == null || wanted.address().isBlank())
            throw new Refused("address", "Give the address of a calendar");
        return one(addresses.add(viewer, wanted.address()), viewer);
    }

    /** Stops following it; its meetings that are still to come go with it. */
    @DeleteMapping("/api/v1/calendars/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "Followed no more")
    void remove(@PathVariable UUID id, Viewer viewer) {
        existing(viewer, id);
        addresses.remove(viewer, id);
    }

    private Address existing(Viewer viewer, UUID id) {
        return addresses
                .one(viewer, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
