package latentlab.evaluation.projection;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A weighted graph between points in which every edge is listed at both of its ends.
 *
 * @param starts [points + 1], where the edges of each point begin
 * @param ends [edges], the other end of each edge, rising for each point
 * @param weights [edges]
 */
@SuppressWarnings("ArrayRecordComponent") // Graphs are large; they are never compared.
record SymmetricGraph(int[] starts, int[] ends, float[] weights) {

  /**
   * Joins the directed edges from each point to its neighbours.
   *
   * @param table the neighbours
   * @param directed [count, neighbours], the weight of each directed edge
   * @param rule makes one weight out of those of the two directions, of which one may be 0
   */
  static SymmetricGraph of(NeighbourTable table, float[] directed, Rule rule) {
    int count = table.count();
    Directed out = outgoing(table, directed);
    Directed in = incoming(table, directed);
    int[] starts = new int[count + 1];
    int[] ends = new int[2 * directed.length];
    float[] weights = new float[2 * directed.length];
    int next = 0;
    for (int point = 0; point < count; point++) {
      int o = out.starts[point];
      int i = in.starts[point];
      while (o < out.starts[point + 1] || i < in.starts[point + 1]) {
        int byOut = o < out.starts[point + 1] ? out.ends[o] : Integer.MAX_VALUE;
        int byIn = i < in.starts[point + 1] ? in.ends[i] : Integer.MAX_VALUE;
        float there = byOut <= byIn ? out.weights[o++] : 0;
        float back = byIn <= byOut ? in.weights[i++] : 0;
        ends[next] = Math.min(byOut, byIn);
        weights[next++] = rule.join(there, back);
      }
      starts[point + 1] = next;
    }
    return new SymmetricGraph(starts, Arrays.copyOf(ends, next), Arrays.copyOf(weights, next));
  }

  private static Directed outgoing(NeighbourTable table, float[] directed) {
    int k = table.neighbours();
    int[] starts = IntStream.rangeClosed(0, table.count()).map(i -> i * k).toArray();
    int[] ends = new int[directed.length];
    float[] weights = new float[directed.length];
    for (int from = 0; from < directed.length; from += k) {
      int row = from;
      int[] order =
          IntStream.range(from, from + k)
              .boxed()
              .sorted((a, b) -> Integer.compare(table.indices()[a], table.indices()[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      for (int i = 0; i < k; i++) {
        ends[row + i] = table.indices()[order[i]];
        weights[row + i] = directed[order[i]];
      }
    }
    return new Directed(starts, ends, weights);
  }

  /** The same edges by the point at which they end; a counting sort keeps their order. */
  private static Directed incoming(NeighbourTable table, float[] directed) {
    int[] starts = new int[table.count() + 1];
    for (int end : table.indices()) {
      starts[end + 1]++;
    }
    for (int point = 0; point < table.count(); point++) {
      starts[point + 1] += starts[point];
    }
    int[] free = starts.clone();
    int[] ends = new int[directed.length];
    float[] weights = new float[directed.length];
    for (int edge = 0; edge < directed.length; edge++) {
      int place = free[table.indices()[edge]]++;
      ends[place] = edge / table.neighbours();
      weights[place] = directed[edge];
    }
    return new Directed(starts, ends, weights);
  }

  /** Makes one weight out of two. */
  @FunctionalInterface
  interface Rule {

    /** The weight of both directions together; the same when they change places. */
    float join(float there, float back);
  }

  /** Directed edges, sorted by one end and then by the other. */
  private record Directed(int[] starts, int[] ends, float[] weights) {}
}
