package app.rapport.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whether a machine stands in the open internet. Who types an address could otherwise have this
 * server ask machines that only it can reach.
 */
public final class PublicAddress {
    private PublicAddress() {}

    /**
     * Whether all machines of that name do. Java keeps what a name meant for a while, so a request
     * that follows asks the same.
     *
     * @throws UnknownHostException when there is none
     */
    public static boolean isHost(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) if (!is(address)) return false;
        return true;
    }

    public static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return false;
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** 0/8, carriers' 100.64/10, protocol 192.0.0/24, benchmarks' 198.18/15, reserved 240/4. */
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean special =
                first == 0
                        || first >= 240
                        || (first == 100 && second >= 64 && second < 128)
                        || (first == 192 && second == 0 && bytes[2] == 0)
                        || (first == 198 && (second == 18 || second == 19));
        return !special;
    }

    /** Global unicast is 2000::/3; what maps to the old internet (6to4, Teredo) is left out. */
    private static boolean isPublic6(byte[] bytes) {
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean teredo = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return (bytes[0] & 0xe0) == 0x20 && !sixToFour && !teredo;
    }
}
