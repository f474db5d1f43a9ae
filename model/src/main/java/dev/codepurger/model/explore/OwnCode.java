package dev.codepurger.model.explore;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tells this version of the model from others by the classes that it is made of, so that nobody need think of giving it another number. */
final class OwnCode {

    private static final String HASH = computed();

    private OwnCode() {}

    /** The same for the same classes. */
    static String hash() {
        return HASH;
    }

    private static String computed() {
        try {
            // A jar, or a folder of classes.
            Path place = Path.of(OwnCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Hasher hasher = Hashing.sha256().newHasher();
            for (Path file : files(place)) {
                hasher.putString(place.relativize(file).toString(), StandardCharsets.UTF_8).putBytes(Files.readAllBytes(file));
            }
            return hasher.hash().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
