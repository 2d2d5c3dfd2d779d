package app.rapport.database.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A backup under a passphrase: Argon2id (RFC 9106, second recommended option) makes the key, the
 * bytes follow in segments of AES-256-GCM, so that a changed, cut or reordered file is refused
 * (Hoang, Reyhanitabar, Rogaway and Vizár 2015: STREAM). Without a passphrase the bytes stay plain.
 */
final class Seal {
    private static final byte[] MARK =
            "RAPPORT SEALED BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int MEMORY_KB = 64 << 10;
    private static final int PASSES = 3;
    private static final int SEGMENT = 1 << 20;

    private Seal() {}

    static OutputStream over(OutputStream out, Optional<char[]> passphrase) throws IOException {
        if (passphrase.isEmpty()) return out;
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        DataOutputStream head = new DataOutputStream(out);
        head.write(MARK);
        head.write(salt);
        head.writeInt(MEMORY_KB);
        head.writeInt(PASSES);
        head.flush();
        try {
            return cipher(passphrase.get(), salt, MEMORY_KB, PASSES).newEncryptingStream(out, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @throws BackupUnusable when it is sealed and there is no passphrase
     */
    static InputStream opened(InputStream file, Optional<char[]> passphrase) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 1 << 16);
        in.mark(MARK.length);
        boolean sealed = Arrays.equals(in.readNBytes(MARK.length), MARK);
        if (!sealed) {
            in.reset();
            return in;
        }
        char[] words =
                passphrase.orElseThrow(() ->
                        new BackupUnusable(
                                "This backup is under a passphrase; give it with --passphrase-file"));
        DataInputStream head = new DataInputStream(in);
        byte[] salt = head.readNBytes(SALT);
        int memory = head.readInt();
        int passes = head.readInt();
        // a forged head must not make us take all memory or run for ever
        if (memory < 1 << 10 || memory > 1 << 20 || passes < 1 || passes > 20)
            throw new BackupUnusable("This file is no backup that can be read, or it is damaged");
        try {
            return cipher(words, salt, memory, passes).newDecryptingStream(in, MARK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AesGcmHkdfStreaming cipher(
            char[] passphrase, byte[] salt, int memory, int passes)
            throws GeneralSecurityException {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(4)
                        .build());
        byte[] key = new byte[32];
        argon.generateBytes(passphrase, key);
        return new AesGcmHkdfStreaming(key, "HmacSha256", 32, SEGMENT, 0);
    }
}
