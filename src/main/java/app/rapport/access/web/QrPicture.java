package app.rapport.access.web;

import app.rapport.access.web.SecondFactorPage.Picture;
import io.nayuki.qrcodegen.QrCode;

/** Draws a QR code as one path, so that it needs no script, no style and no other server. */
final class QrPicture {
    /** The standard asks for four modules of quiet around it. */
    private static final int QUIET = 4;

    private QrPicture() {}

    static Picture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Picture(code.size + 2 * QUIET, path.toString());
    }
}
