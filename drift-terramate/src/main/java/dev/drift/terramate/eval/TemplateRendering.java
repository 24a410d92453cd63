package dev.drift.terramate.eval;

import dev.drift.terramate.hcl.Expression;
import dev.drift.terramate.hcl.TemplatePart;
import java.util.List;

/** Strings with template sequences. */
final class TemplateRendering {

    private final Evaluation evaluation;

    TemplateRendering(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    /** A template that is nothing but one interpolation is that value, whatever its kind. */
    HclValue rendered(Expression.Template template) {
        List<TemplatePart> parts = template.parts();
        if (parts.size() == 1 && parts.get(0) instanceof TemplatePart.Interpolation only) {
            return evaluation.value(only.expression());
        }
        StringBuilder text = new StringBuilder();
        append(parts, text);
        return HclValue.of(text.toString());
    }

    private void append(List<TemplatePart> parts, StringBuilder text) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text literal) {
                text.append(literal.text());
            } else if (part instanceof TemplatePart.Interpolation interpolation) {
                text.append(text(interpolation.expression()));
            } else if (part instanceof TemplatePart.If choice) {
                append(evaluation.truth(choice.condition()) ? choice.then() : choice.otherwise(), text);
            } else if (part instanceof TemplatePart.For loop) {
                new Rounds(evaluation)
                        .each(loop.iteration(), round -> new TemplateRendering(round).append(loop.body(), text));
            }
        }
    }

    private String text(Expression expression) {
        HclValue value = evaluation.value(expression);
        try {
            return Conversion.toText(value);
        } catch (Refusal e) {
            throw new EvaluationException(expression, e.within("in a text"));
        }
    }
}
