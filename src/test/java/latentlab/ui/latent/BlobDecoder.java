package latentlab.ui.latent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.LatentCodes;

/** A stand-in for a model: a bright spot whose place, size and shape depend on the code. */
final class BlobDecoder implements Decoder {

  static final int SIDE = 28;

  private final Executor thread;

  BlobDecoder(Executor thread) {
    this.thread = thread;
  }

  @Override
  public CompletableFuture<ImageBatch> decode(LatentCodes codes) {
    return CompletableFuture.supplyAsync(() -> blobs(codes), thread);
  }

  static ImageBatch blobs(LatentCodes codes) {
    int size = SIDE * SIDE;
    float[] pixels = new float[codes.count() * size];
    for (int i = 0; i < codes.count(); i++) {
      draw(codes.code(i), pixels, i * size);
    }
    return ImageBatch.unlabelled(new ImageShape(SIDE, SIDE, 1), pixels);
  }

  private static void draw(float[] code, float[] pixels, int start) {
    double x = coordinate(code, 0);
    double y = coordinate(code, 1);
    double wide = 5 + 2 * Math.tanh(coordinate(code, 2));
    double high = 4 + Math.tanh(coordinate(code, 3));
    double centreX = 13.5 + 3 * x;
    double centreY = 13.5 - 3 * y;
    for (int i = 0; i < SIDE * SIDE; i++) {
      int row = i / SIDE;
      double dx = (i % SIDE - centreX) / wide;
      double dy = (row - centreY) / high;
      double ring = Math.sqrt(dx * dx + dy * dy) - 0.8 - 0.1 * x * y;
      pixels[start + i] = (float) Math.exp(-8 * ring * ring);
    }
  }

  private static double coordinate(float[] code, int dimension) {
    return dimension < code.length ? code[dimension] : 0;
  }
}
