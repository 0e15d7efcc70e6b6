package latentlab.ui.codes;

import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.models.CodeMaps;
import latentlab.models.ImageDomain;

/**
 * A model whose images stand for grids of codes.
 *
 * @param images their size and classes
 * @param dataset the name of the data that it has learnt
 * @param rows the height of a grid
 * @param columns the width of a grid
 * @param bookSize the number of codes to choose from
 * @param temperature of its prior's settings; empty if codes cannot be drawn from a prior
 * @param questions reaches the model
 */
record CodeModel(
    ImageDomain images,
    String dataset,
    int rows,
    int columns,
    int bookSize,
    OptionalDouble temperature,
    Questions questions) {

  /** Codes in a grid. */
  int cells() {
    return rows * columns;
  }

  /** Reaches the live model. Answers come on a thread of its own. */
  interface Questions {

    /** The codes of images: [count, rows, columns]. */
    CompletableFuture<CodeMaps> encode(ImageBatch images);

    /** The images of codes: [count, height, width, channels]. */
    CompletableFuture<ImageBatch> decode(CodeMaps codes);

    /** A grid of codes from the prior: [1, rows, columns]. */
    CompletableFuture<CodeMaps> draw(PriorDraw draw);
  }
}
