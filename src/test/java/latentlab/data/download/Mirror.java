package latentlab.data.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that serves a few files, well or badly. */
final class Mirror implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  Mirror() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mnist/");
  }

  /** Each request as "name" or "name range". */
  List<String> requests() {
    return requests;
  }

  void on(String name, HttpHandler handler) {
    handlers.put("/mnist/" + name, handler);
  }

  /** Serves a file as a good server does, with ranges. */
  void serve(String name, byte[] content) {
    on(name, exchange -> sendFrom(exchange, content, rangeStart(exchange)));
  }

  /** Serves a file whole whatever range was asked for. */
  void serveIgnoringRanges(String name, byte[] content) {
    on(
        name,
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
        });
  }

  /** Promises a file but closes the connection after some bytes of it. */
  void serveAndClose(String name, byte[] content, int sent) {
    on(
        name,
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, sent);
          exchange.getResponseBody().flush();
        });
  }

  private static void sendFrom(HttpExchange exchange, byte[] content, int start)
      throws IOException {
    if (start < 0) {
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    } else if (start >= content.length) {
      exchange.sendResponseHeaders(416, -1);
    } else {
      String range = "bytes " + start + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().add("Content-Range", range);
      exchange.sendResponseHeaders(206, content.length - start);
      exchange.getResponseBody().write(Arrays.copyOfRange(content, start, content.length));
    }
  }

  private static int rangeStart(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? -1 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(path.replace("/mnist/", "") + (range == null ? "" : " " + range));
    try (exchange) {
      HttpHandler handler = handlers.get(path);
      if (handler == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        handler.handle(exchange);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
