package app.rapport.ui;

import gg.jte.TemplateEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets a controller's method return a page. */
final class PageReturn implements HandlerMethodReturnValueHandler {
    private final TemplateEngine templates;
    private final Frames frames;

    PageReturn(TemplateEngine templates, Frames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Page.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returnValue,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request) {
        if (returnValue == null) throw new IllegalStateException("no page: " + returnType);
        container.setView(new PageView(templates, frames, (Page) returnValue));
    }
}
