package latentlab.data.download;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import latentlab.failure.OperationFailedException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * Fetches the four files of MNIST from its public mirrors. A file gets its name only after its
 * SHA-256 was checked; until then it is called {@code .part}, and a later download goes on behind
 * it. The mirrors are tried in turn. Any thread may ask {@link #isComplete}; a download belongs on
 * a background thread.
 */
public final class MnistDownload {

  private static final List<URI> MIRRORS =
      List.of(
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

  private static final List<RemoteFile> FILES =
      List.of(
          new RemoteFile(
              "train-images-idx3-ubyte.gz",
              9_912_422,
              47_040_016,
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
          new RemoteFile(
              "train-labels-idx1-ubyte.gz",
              28_881,
              60_008,
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new RemoteFile(
              "t10k-images-idx3-ubyte.gz",
              1_648_877,
              7_840_016,
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
          new RemoteFile(
              "t10k-labels-idx1-ubyte.gz",
              4_542,
              10_008,
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A packed file is no longer than what it holds, but for the frame around it. */
  private static final long LARGEST_FRAME = 1 << 16;

  private final Path folder;
  private final List<URI> mirrors;
  private final List<RemoteFile> files;
  private final Duration patience;

  /**
   * A download from the public mirrors.
   *
   * @param folder where the files go; is made when the first arrives
   */
  public MnistDownload(Path folder) {
    this(folder, MIRRORS, FILES, PATIENCE);
  }

  MnistDownload(Path folder, List<URI> mirrors, List<RemoteFile> files, Duration patience) {
    this.folder = folder;
    this.mirrors = List.copyOf(mirrors);
    this.files = List.copyOf(files);
    this.patience = patience;
  }

  static List<RemoteFile> files() {
    return FILES;
  }

  /**
   * Where the files go.
   *
   * @return the folder, which need not exist
   */
  public Path folder() {
    return folder;
  }

  /**
   * Whether all files are there. Touches no network.
   *
   * @return true after a download that ran to its end
   */
  public boolean isComplete() {
    return files.stream().allMatch(file -> Files.exists(folder.resolve(file.name())));
  }

  /**
   * Fetches what is missing.
   *
   * @param progress is told of the bytes received
   * @param cancellation is asked at every piece received and 20 times a second while waiting
   * @throws OperationFailedException if no mirror sends a file, or it cannot be written; what came
   *     is kept for the next time
   * @throws java.util.concurrent.CancellationException if cancelled; what came is kept
   */
  public void run(Progress progress, Cancellation cancellation) {
    HttpTransfer transfer = new HttpTransfer(patience);
    List<URI> inTurn = new ArrayList<>(mirrors);
    long total = files.stream().mapToLong(RemoteFile::packedSize).sum();
    long done = 0;
    for (RemoteFile file : files) {
      long before = done;
      LongConsumer received =
          length ->
              progress.report(
                  before + Math.min(length, file.packedSize()),
                  total,
                  "downloading " + file.name());
      if (!Files.exists(folder.resolve(file.name()))) {
        new FileDownload(transfer, file, received, cancellation).fetch(inTurn);
      }
      done += file.packedSize();
      received.accept(file.packedSize());
    }
  }

  /** One file out of one run. */
  private final class FileDownload {

    private final HttpTransfer transfer;
    private final RemoteFile file;
    private final LongConsumer received;
    private final Cancellation cancellation;
    private final Path part;

    FileDownload(
        HttpTransfer transfer, RemoteFile file, LongConsumer received, Cancellation cancellation) {
      this.transfer = transfer;
      this.file = file;
      this.received = received;
      this.cancellation = cancellation;
      this.part = folder.resolve(file.name() + ".part");
    }

    /** Moves the mirror that sent the file to the front, so that the next file asks it first. */
    void fetch(List<URI> inTurn) {
      List<String> failures = new ArrayList<>();
      for (URI mirror : List.copyOf(inTurn)) {
        try {
          fetchFrom(mirror.resolve(file.name()));
          inTurn.remove(mirror);
          inTurn.add(0, mirror);
          return;
        } catch (IOException e) {
          failures.add(mirror.getAuthority() + " - " + e.getMessage());
        }
      }
      throw new OperationFailedException(
          String.format(
              "%s: could not be downloaded (%s); check the network, or put the file into %s",
              file.name(), String.join("; ", failures), folder));
    }

    private void fetchFrom(URI source) throws IOException {
      boolean resuming = PartFile.lengthOf(part) > 0;
      try {
        receive(source);
      } catch (UnusableContentException e) {
        if (!resuming) {
          throw e;
        }
        receive(source); // The part may have been of another packing: once more from the start.
      }
      publish();
    }

    private void receive(URI source) throws IOException {
      try {
        long largest = file.contentSize() + LARGEST_FRAME;
        transfer.receive(source, part, largest, received, cancellation);
        ContentCheck.require(file, part, cancellation);
      } catch (UnusableContentException e) {
        PartFile.delete(part);
        throw e;
      }
    }

    private void publish() {
      Path target = folder.resolve(file.name());
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new OperationFailedException(target + ": cannot be written: " + e, e);
      }
    }
  }
}
