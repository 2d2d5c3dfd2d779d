package app.rapport.access.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A list in a body holds what it says: a null among its items is refused by its place, once for all
 * of them, so that no controller meets one.
 */
@Configuration(proxyBeanMethods = false)
class WholeLists {
    @Bean
    JsonMapperBuilderCustomizer listsWithoutNulls() {
        return mapper ->
                mapper.withConfigOverride(
                        List.class,
                        list -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)));
    }
}
