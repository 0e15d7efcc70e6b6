package latentlab.ui.session;

import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import latentlab.ui.text.Messages;

/**
 * Where a tab that walks through a latent space leaves points for the one that joins them by a way.
 * For the JavaFX thread; needs no toolkit.
 */
public final class AnchorDesk {

  private final Consumer<String> announcements;
  private final Messages messages;
  private ToIntFunction<LatentAnchor> taker = anchor -> 0;
  private boolean attended;
  private Runnable call = () -> {};

  /**
   * A desk at which nobody waits.
   *
   * @param announcements is told, in one line, what became of a point
   * @param messages the words
   */
  public AnchorDesk(Consumer<String> announcements, Messages messages) {
    this.announcements = announcements;
    this.messages = messages;
  }

  /**
   * Says how to find somebody who waits for points.
   *
   * @param newCall run when a point is left and nobody waits; may {@link #attend}
   */
  public void callWhenNeeded(Runnable newCall) {
    call = newCall;
  }

  /**
   * Waits for points from now on.
   *
   * @param newTaker takes a point and tells which anchor it has become, from 0
   */
  public void attend(ToIntFunction<LatentAnchor> newTaker) {
    taker = newTaker;
    attended = true;
  }

  /**
   * Leaves a point.
   *
   * @param anchor a point of the space of the session's model
   */
  public void leave(LatentAnchor anchor) {
    if (!attended) {
      call.run();
    }
    if (attended) {
      int number = taker.applyAsInt(anchor) + 1;
      announcements.accept(messages.text("anchors.taken", number));
    }
  }
}
