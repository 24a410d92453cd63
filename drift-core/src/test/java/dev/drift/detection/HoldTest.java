package dev.drift.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldTest {

    private final Hold hold = new Hold();

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void interruptMeetsTheLookThatHoldsTheThread() {
        hold.take("a look");

        hold.interrupt();

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void interruptThatComesBeforeTheLookBeginsMeetsItAsWell() {
        hold.interrupt();

        hold.take("a look");

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void interruptOfOneLookIsNotTheNextOnes() {
        hold.take("a look");
        hold.interrupt();
        hold.leave();
        boolean behindIt = Thread.currentThread().isInterrupted();

        new Hold().take("the next look");
        hold.interrupt();

        assertThat(behindIt).isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
