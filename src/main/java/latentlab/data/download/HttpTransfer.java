package latentlab.data.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import latentlab.progress.Cancellation;
import org.jspecify.annotations.Nullable;

/** Receives a file over HTTP, going on where an earlier transfer broke off. For one thread. */
final class HttpTransfer {

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final long POLL_MILLIS = 50;

  private final HttpClient client;
  private final Duration patience;

  /**
   * A client.
   *
   * @param patience how long to wait for a connection, an answer, or the next bytes
   */
  HttpTransfer(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience)
            .build();
  }

  /**
   * Receives a file. What came is kept if the transfer breaks off or is cancelled.
   *
   * @param source where it is
   * @param part holds its beginning, if it exists, and afterwards all of it
   * @param largestSize more bytes than this are not taken
   * @param received is told of the length of the part, over and over
   * @throws UnusableContentException if the server cannot go on behind this part, or sends too much
   * @throws IOException if the server does not send the file; the message says why, for the user
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void receive(
      URI source, Path part, long largestSize, LongConsumer received, Cancellation cancellation)
      throws IOException {
    long have = PartFile.lengthOf(part);
    HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(patience);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
    }
    HttpResponse<ReceivedBody> response = send(request.build(), cancellation);
    try (ReceivedBody body = response.body();
        PartFile file = PartFile.open(part, keptLength(response, have))) {
      received.accept(file.length());
      List<ByteBuffer> bytes = body.next(patience, cancellation);
      while (!bytes.isEmpty()) {
        bytes.forEach(file::append);
        requireSize(file.length(), largestSize);
        received.accept(file.length());
        bytes = body.next(patience, cancellation);
      }
    }
  }

  private HttpResponse<ReceivedBody> send(HttpRequest request, Cancellation cancellation)
      throws IOException {
    CompletableFuture<HttpResponse<ReceivedBody>> answer =
        client.sendAsync(request, info -> new ReceivedBody());
    try {
      while (true) {
        cancellation.throwIfRequested();
        HttpResponse<ReceivedBody> response = poll(answer);
        if (response != null) {
          return response;
        }
      }
    } finally {
      answer.cancel(true);
    }
  }

  private @Nullable HttpResponse<ReceivedBody> poll(
      CompletableFuture<HttpResponse<ReceivedBody>> answer) throws IOException {
    try {
      return answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return null; // The request has its own, longer timeout.
    } catch (ExecutionException e) {
      throw new IOException(reason(e), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while downloading");
    }
  }

  /** How much of the part the server goes on behind. */
  private static long keptLength(HttpResponse<?> response, long have) throws IOException {
    int status = response.statusCode();
    if (status == OK) {
      return 0;
    }
    if (status == PARTIAL_CONTENT && have > 0) {
      String range = response.headers().firstValue("Content-Range").orElse("");
      if (range.startsWith("bytes " + have + "-")) {
        return have;
      }
      throw new UnusableContentException("answers with another range (" + range + ")");
    }
    if (status == RANGE_NOT_SATISFIABLE) {
      throw new UnusableContentException("has no more than was received before");
    }
    throw new IOException("answers HTTP " + status);
  }

  private static void requireSize(long size, long largestSize) throws UnusableContentException {
    if (size > largestSize) {
      throw new UnusableContentException("sends more than " + largestSize + " bytes");
    }
  }

  /** The client wraps its exceptions in ever new ones and leaves most without a message. */
  private String reason(ExecutionException failure) {
    if (isCausedBy(failure, UnresolvedAddressException.class)) {
      return "the host is not found";
    }
    if (isCausedBy(failure, HttpTimeoutException.class)) {
      return "no answer within " + patience.toSeconds() + " s";
    }
    if (isCausedBy(failure, ConnectException.class)) {
      return "no connection";
    }
    return String.valueOf(failure.getCause());
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Exception> type) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
