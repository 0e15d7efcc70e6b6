package latentlab.ui.training;

import java.util.ArrayList;
import java.util.List;
import latentlab.training.TrainingEvent.EpochPictures;

/**
 * The pictures of the epochs of one training, in bounded memory: all of them while they are few,
 * then every second, every fourth and so on, and always the newest. For one thread.
 */
final class EpochAlbum {

  private final int most;
  private final List<KeptPictures> kept = new ArrayList<>();
  private int stride = 1;

  /**
   * Keeps nothing yet.
   *
   * @param most how many epochs are kept, at least 2
   */
  EpochAlbum(int most) {
    if (most < 2) {
      throw new IllegalArgumentException("at least 2 epochs must be kept, not " + most);
    }
    this.most = most;
  }

  /** Keeps the pictures of an epoch behind all others. */
  void add(int epoch, EpochPictures pictures) {
    KeptPictures before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
    if (before != null && !isOnStride(before)) {
      kept.remove(before);
    }
    kept.add(new KeptPictures(epoch, pictures, before));
    while (kept.size() > most) {
      stride *= 2;
      KeptPictures newest = kept.get(kept.size() - 1);
      kept.removeIf(old -> old != newest && !isOnStride(old));
    }
  }

  void clear() {
    kept.clear();
    stride = 1;
  }

  int size() {
    return kept.size();
  }

  KeptPictures get(int index) {
    return kept.get(index);
  }

  /** The place of the pictures that were made at an epoch, or last before it. */
  int indexOf(int epoch) {
    int index = 0;
    while (index + 1 < kept.size() && kept.get(index + 1).epoch() <= epoch) {
      index++;
    }
    return index;
  }

  private boolean isOnStride(KeptPictures pictures) {
    return (pictures.epoch() - 1) % stride == 0;
  }
}
