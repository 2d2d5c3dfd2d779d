package app.rapport.access.api;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.NumberDeserializers.BigDecimalDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Texts and numbers of a body that can be kept, refused at the door for all rooms: {@code
 * 1e999999999} is eleven letters, and a gigabyte once somebody writes it out; {@code 1e-2000} would
 * be stored, and never read again; and PostgreSQL holds no zero character.
 */
@JacksonComponent
final class BoundedValues {
    /** Digits on either side of the point: more than any money has. */
    private static final int LONGEST = 30;

    private BoundedValues() {}

    static final class Amount extends BigDecimalDeserializer {
        @Override
        public @Nullable BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            BigDecimal read = super.deserialize(json, context);
            return read == null || isPlain(read)
                    ? read
                    : (BigDecimal)
                            context.handleWeirdNumberValue(
                                    BigDecimal.class, read, "far from any amount");
        }

        private static boolean isPlain(BigDecimal read) {
            return read.scale() <= LONGEST
                    && read.scale() >= -LONGEST
                    && read.precision() <= 2 * LONGEST;
        }
    }

    static final class Text extends StringDeserializer {
        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
            String read = super.deserialize(json, context);
            return read == null || read.indexOf('\0') < 0
                    ? read
                    : (String)
                            context.handleWeirdStringValue(
                                    String.class, "\\u0000", "a zero character is no text");
        }
    }
}
