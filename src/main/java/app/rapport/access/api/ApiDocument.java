package app.rapport.access.api;

import app.rapport.access.Member;
import app.rapport.kernel.Viewer;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.PostMapping;

/** The API's own description. Made when somebody first asks for it, not at the start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@Lazy
class ApiDocument {

    @Bean
    @Lazy
    OpenAPI description() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class, Member.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Rapport")
                                .version("1")
                                .description(
                                        "Whom to talk to today, why, and what was said before."))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .description(
                                                        "A token made in Settings or by 'rapport token create'."))
                                .addSchemas("Problem", problem()))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** Every operation may be refused, always in the same form. */
    @Bean
    @Lazy
    OperationCustomizer refusals() {
        return (operation, method) -> {
            if (method.hasMethodAnnotation(PostMapping.class))
                operation.addParametersItem(idempotencyKey());
            operation
                    .getResponses()
                    .addApiResponse("401", refusal("No token, or one that was revoked"));
            operation.getResponses().addApiResponse("default", refusal("Refused, with the reason"));
            return operation;
        };
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name(Idempotency.HEADER)
                .description("The same request under the same key is done once; kept for 24 hours")
                .schema(new StringSchema().maxLength(200));
    }

    private static ApiResponse refusal(String words) {
        return new ApiResponse()
                .description(words)
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/Problem"))));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("RFC 9457")
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema());
    }
}
