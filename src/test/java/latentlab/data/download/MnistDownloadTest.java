package latentlab.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import latentlab.data.RealData;
import latentlab.data.idx.IdxBytes;
import latentlab.failure.OperationFailedException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MnistDownloadTest {

  private static final String ONE = "one.gz";
  private static final String TWO = "two.gz";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path temporary;
  private Path folder;
  private Mirror first;
  private Mirror second;
  private byte[] one;
  private byte[] two;

  @BeforeEach
  void startMirrors() throws IOException {
    folder = temporary.resolve("cache").resolve("mnist");
    first = new Mirror();
    second = new Mirror();
    one = IdxBytes.gzip(noise(300_000, 1));
    two = IdxBytes.gzip(noise(5_000, 2));
  }

  @AfterEach
  void stopMirrors() {
    first.close();
    second.close();
  }

  @Test
  void downloadsAllFilesAndTellsItsProgress() throws IOException {
    first.serve(ONE, one);
    first.serve(TWO, two);
    List<Long> done = new ArrayList<>();
    List<Long> totals = new ArrayList<>();

    download()
        .run(
            (d, total, what) -> {
              done.add(d);
              totals.add(total);
            },
            new Cancellation());

    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
    assertThat(folder.resolve(TWO)).hasBinaryContent(two);
    assertOnlyFiles(ONE, TWO);
    assertThat(download().isComplete()).isTrue();
    assertThat(done).isSorted().endsWith((long) one.length + two.length);
    assertThat(totals).containsOnly((long) one.length + two.length);
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void fetchesOnlyWhatIsMissing() throws IOException {
    first.serve(TWO, two);
    Files.createDirectories(folder);
    Files.write(folder.resolve(ONE), one);

    run();

    assertThat(first.requests()).containsExactly(TWO);
  }

  @Test
  void goesOnWhereAConnectionWasClosedHalfWay() throws IOException {
    first.serveAndClose(ONE, one, 100_000);
    assertFails(first.address().getAuthority(), "the connection broke", folder.toString());
    assertThat(download().isComplete()).isFalse();
    assertOnlyFiles(ONE + ".part");
    long have = Files.size(folder.resolve(ONE + ".part"));
    assertThat(have).isBetween(1L, 100_000L);

    first.serve(ONE, one);
    first.serve(TWO, two);
    run();

    assertThat(first.requests()).contains(ONE + " bytes=" + have + "-");
    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
    assertOnlyFiles(ONE, TWO);
  }

  @Test
  void goesOnAtTheNextMirrorWhereOneBroke() throws IOException {
    first.serveAndClose(ONE, one, 100_000);
    second.serve(ONE, one);
    second.serve(TWO, two);

    run();

    assertThat(second.requests().get(0)).startsWith(ONE + " bytes=");
    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
  }

  @Test
  void startsAnewWhereTheServerIgnoresTheRange() throws IOException {
    putPart(Arrays.copyOf(one, 100_000));
    first.serveIgnoringRanges(ONE, one);
    first.serve(TWO, two);

    run();

    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
    assertThat(first.requests()).startsWith(ONE + " bytes=100000-");
  }

  @Test
  void startsAnewWhereThePartIsOfAnotherFile() throws IOException {
    putPart(noise(1_000, 9));
    first.serve(ONE, one);
    first.serve(TWO, two);

    run();

    assertThat(first.requests()).startsWith(ONE + " bytes=1000-", ONE);
    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
  }

  @Test
  void startsAnewWhereThePartIsLongerThanTheFile() throws IOException {
    putPart(Arrays.copyOf(one, one.length + 5));
    first.serve(ONE, one);
    first.serve(TWO, two);

    run();

    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
  }

  @Test
  void startsAnewWhereTheServerAnswersWithAnotherRange() throws IOException {
    putPart(Arrays.copyOf(one, 1_000));
    first.on(
        ONE,
        exchange -> {
          boolean ranged = exchange.getRequestHeaders().containsKey("Range");
          exchange.getResponseHeaders().add("Content-Range", "bytes 7-9/10");
          exchange.sendResponseHeaders(ranged ? 206 : 200, one.length);
          exchange.getResponseBody().write(one);
        });
    first.serve(TWO, two);

    run();

    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
  }

  @Test
  void takesAnotherPackingOfTheSameContent() throws IOException {
    byte[] unpacked = noise(300_000, 1);
    first.serve(ONE, unpacked);
    first.serve(TWO, two);

    run();

    assertThat(folder.resolve(ONE)).hasBinaryContent(unpacked);
  }

  @Test
  void asksTheNextMirrorWhereTheContentIsWrong() throws IOException {
    first.serve(ONE, IdxBytes.gzip(noise(300_000, 3)));
    second.serve(ONE, one);
    second.serve(TWO, two);

    run();

    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
  }

  @Test
  void keepsNothingOfWrongContent() throws IOException {
    first.serve(ONE, IdxBytes.gzip(noise(300_000, 3)));
    second.serve(ONE, IdxBytes.gzip(noise(300_001, 1)));

    assertFails("SHA-256", "sends other content");

    assertOnlyFiles();
  }

  @Test
  void takesNoMoreThanTheFileCanBeLong() throws IOException {
    first.serve(ONE, noise(2_000_000, 1));

    assertFails("sends more than 365536 bytes");

    assertOnlyFiles();
  }

  @Test
  void asksTheNextMirrorWhereAFileIsNotFoundAndStaysThere() throws IOException {
    second.serve(ONE, one);
    second.serve(TWO, two);

    run();

    assertThat(first.requests()).containsExactly(ONE);
    assertThat(second.requests()).containsExactly(ONE, TWO);
    assertOnlyFiles(ONE, TWO);
  }

  @Test
  void saysWhatEachMirrorAnswered() {
    first.on(ONE, exchange -> exchange.sendResponseHeaders(503, -1));

    assertFails(
        first.address().getAuthority() + " - answers HTTP 503",
        second.address().getAuthority() + " - answers HTTP 404",
        "check the network");
    assertThat(folder).doesNotExist();
  }

  @Test
  void saysInOneLineThatThereIsNoNetwork() throws IOException {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    assertFailure(download(PATIENCE, closed), "no connection", "check the network");
    assertThat(folder).doesNotExist();
  }

  @Test
  void stopsInTheMiddleOfASlowFileWhenCancelled() throws IOException {
    CountDownLatch released = new CountDownLatch(1);
    first.on(ONE, exchange -> sendHalfThenWait(exchange.getResponseBody(), exchange, released));
    Cancellation cancellation = new Cancellation();
    Progress cancelAtFirstBytes =
        (done, total, what) -> {
          if (done > 0) {
            cancellation.cancel();
          }
        };

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> download().run(cancelAtFirstBytes, cancellation));
    released.countDown();

    assertOnlyFiles(ONE + ".part");
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void stopsWaitingForAnAnswerWhenCancelled() {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    first.on(
        ONE,
        exchange -> {
          arrived.countDown();
          await(released);
        });
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        new Thread(
            () -> {
              await(arrived);
              cancellation.cancel();
            });
    canceller.start();

    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> download().run(Progress.NONE, cancellation));
    released.countDown();

    assertThat(folder).doesNotExist();
  }

  @Test
  void leavesAServerThatFallsSilentForTheNextOne() throws IOException {
    CountDownLatch released = new CountDownLatch(1);
    first.on(ONE, exchange -> sendHalfThenWait(exchange.getResponseBody(), exchange, released));
    second.serve(ONE, one);
    second.serve(TWO, two);

    download(Duration.ofMillis(500), first.address(), second.address())
        .run(Progress.NONE, new Cancellation());
    released.countDown();

    assertThat(folder.resolve(ONE)).hasBinaryContent(one);
  }

  @Test
  void namesAFolderThatCannotBeWritten() throws IOException {
    Files.writeString(temporary.resolve("cache"), "a file where a folder should be");
    first.serve(ONE, one);

    assertFails(folder.toString(), "cannot be written");
    assertThat(second.requests()).isEmpty();
  }

  @Test
  void refusesASecondDownloadOfTheSameFileAtTheSameTime() throws IOException {
    first.serve(ONE, one);
    try (PartFile open = PartFile.open(folder.resolve(ONE + ".part"), 0)) {
      assertThat(open.length()).isZero();
      assertFails("is being downloaded already");
    }
  }

  @Test
  void knowsTheContentOfRealMnist() throws IOException {
    Path real = RealData.folder("mnist");
    for (RemoteFile file : MnistDownload.files()) {
      first.serve(file.name(), Files.readAllBytes(real.resolve(file.name())));
    }

    new MnistDownload(folder, List.of(first.address()), MnistDownload.files(), PATIENCE)
        .run(Progress.NONE, new Cancellation());

    assertThat(new MnistDownload(folder).isComplete()).isTrue();
  }

  private void sendHalfThenWait(
      java.io.OutputStream body, com.sun.net.httpserver.HttpExchange exchange, CountDownLatch latch)
      throws IOException {
    exchange.sendResponseHeaders(200, one.length);
    body.write(one, 0, one.length / 2);
    body.flush();
    await(latch);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private MnistDownload download() {
    return download(PATIENCE, first.address(), second.address());
  }

  private MnistDownload download(Duration patience, URI... mirrors) {
    List<RemoteFile> files =
        List.of(
            new RemoteFile(ONE, one.length, 300_000, sha256(noise(300_000, 1))),
            new RemoteFile(TWO, two.length, 5_000, sha256(noise(5_000, 2))));
    return new MnistDownload(folder, List.of(mirrors), files, patience);
  }

  private void run() {
    download().run(Progress.NONE, new Cancellation());
  }

  private void assertFails(String... parts) {
    assertFailure(download(), parts);
  }

  private static void assertFailure(MnistDownload download, String... parts) {
    assertThatExceptionOfType(OperationFailedException.class)
        .isThrownBy(() -> download.run(Progress.NONE, new Cancellation()))
        .satisfies(
            failure ->
                assertThat(failure.getMessage()).contains(ONE).contains(parts).hasLineCount(1));
  }

  private void putPart(byte[] content) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve(ONE + ".part"), content);
  }

  private void assertOnlyFiles(String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  private static byte[] noise(int length, int seed) {
    byte[] bytes = new byte[length];
    new Seed(seed).generator().nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
