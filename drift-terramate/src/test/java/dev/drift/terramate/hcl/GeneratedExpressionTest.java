package dev.drift.terramate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GeneratedExpressionTest {

    @Test
    void whatIsPrintedIsReadBackAsTheSameShape() {
        ExpressionGenerator generator = new ExpressionGenerator(42);
        for (int round = 0; round < 3_000; round++) {
            ExpressionGenerator.Generated generated = generator.next();

            Expression read = Hcl.parseExpression(SourceFile.of("generated", generated.text()), HclLimits.standard());

            assertThat(Shape.of(read)).as(generated.text()).isEqualTo(generated.shape());
            assertThat(read.span().text().strip()).isEqualTo(generated.text().strip());
        }
    }
}
