package latentlab.ui.training;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import latentlab.ui.text.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Goes back and forth through the epochs, under their pictures. */
final class ReplayBar {

  private final HBox view = new HBox();
  private final Slider slider = new Slider(0, 1, 1);
  private boolean moved;

  ReplayBar(EpochReplay replay, Messages messages) {
    BooleanBinding alone = replay.size().lessThan(2);
    Button play = new Button(null, new FontIcon(Feather.PLAY));
    play.setId("replay-play");
    play.getStyleClass().addAll("button-icon", "flat");
    play.setTooltip(new Tooltip(messages.text("replay.play.tip")));
    play.setAccessibleText(messages.text("replay.play"));
    play.setOnAction(event -> replay.playOrPause());
    play.disableProperty().bind(alone);
    replay
        .playing()
        .addListener(
            (property, old, now) -> {
              play.setGraphic(new FontIcon(now ? Feather.PAUSE : Feather.PLAY));
              play.setAccessibleText(messages.text(now ? "replay.pause" : "replay.play"));
            });
    Label epoch = new Label();
    epoch.setId("replay-epoch");
    epoch.getStyleClass().add("replay-epoch");
    epoch
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    replay.size().get() == 0
                        ? ""
                        : messages.text(
                            "replay.epoch", replay.epoch().get(), replay.newest().get()),
                replay.size(),
                replay.epoch(),
                replay.newest()));
    prepareSlider(replay, messages);
    slider.disableProperty().bind(alone);
    view.getChildren().setAll(play, slider, epoch);
    view.setAlignment(Pos.CENTER_LEFT);
    view.getStyleClass().add("replay-bar");
  }

  Node view() {
    return view;
  }

  /** The arrows, Home and End are the slider's own keys. */
  private void prepareSlider(EpochReplay replay, Messages messages) {
    slider.setId("replay-slider");
    slider.setBlockIncrement(1);
    slider.setTooltip(new Tooltip(messages.text("replay.slider.tip")));
    slider.setAccessibleText(messages.text("replay.slider"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    replay.size().addListener((property, old, now) -> follow(replay));
    replay.position().addListener((property, old, now) -> follow(replay));
    follow(replay);
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              int index = (int) Math.rint(now.doubleValue());
              if (!moved && index != replay.position().get()) {
                replay.goTo(index);
              }
            });
  }

  /** A slider that is moved from here, or shortened, is not the user's wish. */
  private void follow(EpochReplay replay) {
    int last = Math.max(1, replay.size().get() - 1);
    moved = true;
    slider.setMax(last);
    slider.setValue(replay.size().get() < 2 ? last : replay.position().get());
    moved = false;
  }
}
