package latentlab.ui.classes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The sheet of the explored model, those of the models beside it, and how far they are together.
 * For the JavaFX thread; needs no toolkit.
 */
final class Sheets {

  private final Judge judge;
  private final Executor foreground;
  private final Consumer<String> trouble;
  private final ObservableList<Sheet> sheets = FXCollections.observableArrayList();

  /** Held here, as the list holds its views only weakly. */
  private final ObservableList<Sheet> view = FXCollections.unmodifiableObservableList(sheets);

  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final InvalidationListener sheetChanged = observable -> summarise();

  /**
   * None yet.
   *
   * @param judge says what images show
   * @param foreground runs on the JavaFX thread
   * @param trouble is told, as one line, what went wrong in the first sheet in which something did
   */
  Sheets(Judge judge, Executor foreground, Consumer<String> trouble) {
    this.judge = judge;
    this.foreground = foreground;
    this.trouble = trouble;
  }

  /** All of them, that of the explored model first. Unmodifiable. */
  ObservableList<Sheet> all() {
    return view;
  }

  /** Whether one of them is being drawn. */
  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** The part of all images that has come, 0 to 1. */
  ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Puts the sheet of the explored model first; there must be no other such. */
  void addExplored(ClassModel explored) {
    add(0, explored);
  }

  /** Takes the first sheet away, if there is one. */
  void removeExplored() {
    if (!sheets.isEmpty()) {
      remove(sheets.get(0));
    }
  }

  /**
   * Puts the sheets of these models, and of no others, next to that of the explored one; sheets
   * that stay are kept. Without an explored model nothing is put anywhere.
   *
   * @return those that are new, not yet drawn
   */
  List<Sheet> placeBeside(List<ClassModel> wanted) {
    List<Sheet> added = new ArrayList<>();
    if (sheets.isEmpty()) {
      return added;
    }
    List.copyOf(sheets.subList(1, sheets.size())).stream()
        .filter(sheet -> !wanted.contains(sheet.model()))
        .forEach(this::remove);
    for (int place = 1; place <= wanted.size(); place++) {
      ClassModel other = wanted.get(place - 1);
      Optional<Sheet> present = sheetOf(other);
      if (present.isEmpty()) {
        added.add(add(place, other));
      } else if (sheets.indexOf(present.get()) != place) {
        sheets.remove(present.get());
        sheets.add(place, present.get());
      }
    }
    return added;
  }

  private Optional<Sheet> sheetOf(ClassModel wanted) {
    return sheets.stream().filter(sheet -> sheet.model().equals(wanted)).findFirst();
  }

  /** Gives up what is being drawn. */
  void cancel() {
    sheets.forEach(Sheet::cancel);
  }

  private Sheet add(int place, ClassModel added) {
    Sheet sheet = new Sheet(added, judge, foreground);
    sheet.running().addListener(sheetChanged);
    sheet.pictures().addListener(sheetChanged);
    sheet.problem().addListener(sheetChanged);
    sheets.add(place, sheet);
    return sheet;
  }

  private void remove(Sheet sheet) {
    sheets.remove(sheet);
    sheet.running().removeListener(sheetChanged);
    sheet.pictures().removeListener(sheetChanged);
    sheet.problem().removeListener(sheetChanged);
    sheet.cancel();
    summarise();
  }

  private void summarise() {
    int done = 0;
    int total = 0;
    boolean any = false;
    String told = "";
    for (Sheet sheet : sheets) {
      SheetContent content = sheet.content().get();
      done += sheet.pictures().get();
      total += content == null ? 0 : content.choices().total();
      any |= sheet.running().get();
      told = told.isEmpty() ? sheet.problem().get() : told;
    }
    progress.set(total == 0 ? 0 : (double) done / total);
    running.set(any);
    if (!told.isEmpty()) {
      trouble.accept(told);
    }
  }
}
