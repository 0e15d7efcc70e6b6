package latentlab.evaluation.projection;

import java.util.Arrays;

/**
 * The points of a plane in nested squares, each with its number of points and their centre, as
 * Barnes and Hut (1986) sum the forces of many bodies. Used again for each iteration; filled by one
 * thread, then read by any.
 */
final class QuadTree {

  private static final int EMPTY = 0;
  private static final int DEEPEST = 40;

  /** The greatest number of squares that wait on the way down the tree. */
  private static final int WAITING = 3 * DEEPEST + 4;

  private final double squaredTheta;
  private int nodes;
  private int[] children;
  private double[] centres;
  private int[] masses;
  private double[] squaredSides;

  /**
   * An empty tree.
   *
   * @param points how many it will be filled with
   * @param theta a square whose side is less than so many times its distance is taken as a whole,
   *     below 0.7 so that no square that holds the point itself is
   */
  QuadTree(int points, double theta) {
    squaredTheta = theta * theta;
    int room = Math.max(16, 2 * points);
    children = new int[4 * room];
    centres = new double[2 * room];
    masses = new int[room];
    squaredSides = new double[room];
  }

  /** Forgets all and takes up points, [count, 2]. */
  void fill(double[] points) {
    double left = Double.POSITIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double side = 0;
    for (int i = 0; i < points.length; i += 2) {
      left = Math.min(left, points[i]);
      bottom = Math.min(bottom, points[i + 1]);
    }
    for (int i = 0; i < points.length; i += 2) {
      side = Math.max(side, Math.max(points[i] - left, points[i + 1] - bottom));
    }
    nodes = 0;
    newNode(side);
    for (int i = 0; i < points.length; i += 2) {
      insert(points[i], points[i + 1], left, bottom, side);
    }
  }

  /**
   * Adds up what all points do to one of them: with w_j = 1 / (1 + |y - y_j|^2), van der Maaten
   * (2014), section 4.2.
   *
   * @param x the point's first coordinate
   * @param y its second
   * @param sums receives the sums over all points, the one itself included, of w_j^2 (y - y_j), two
   *     values, and of w_j
   */
  void repulsion(double x, double y, double[] sums) {
    double forceX = 0;
    double forceY = 0;
    double total = 0;
    int[] waiting = new int[WAITING];
    int height = 1;
    while (height > 0) {
      int node = waiting[--height];
      double dx = x - centres[2 * node];
      double dy = y - centres[2 * node + 1];
      double square = dx * dx + dy * dy;
      if (isLeaf(node) || squaredSides[node] < squaredTheta * square) {
        double w = 1 / (1 + square);
        double massed = masses[node] * w;
        total += massed;
        forceX += massed * w * dx;
        forceY += massed * w * dy;
      } else {
        for (int quarter = 4 * node; quarter < 4 * node + 4; quarter++) {
          if (children[quarter] != EMPTY) {
            waiting[height++] = children[quarter];
          }
        }
      }
    }
    sums[0] = forceX;
    sums[1] = forceY;
    sums[2] = total;
  }

  private boolean isLeaf(int node) {
    int first = 4 * node;
    return (children[first] | children[first + 1] | children[first + 2] | children[first + 3])
        == EMPTY;
  }

  private void insert(double x, double y, double left, double bottom, double side) {
    int node = 0;
    double west = left;
    double south = bottom;
    double length = side;
    for (int depth = 0; ; depth++) {
      if (masses[node] == 0 || (isLeaf(node) && isFull(node, x, y, depth))) {
        add(node, x, y);
        return;
      }
      length /= 2;
      if (isLeaf(node)) {
        pushDown(node, west, south, length);
      }
      add(node, x, y);
      int quarter = quarter(x, y, west, south, length);
      node = child(node, quarter, length);
      west += (quarter & 1) * length;
      south += (quarter >> 1) * length;
    }
  }

  /** Whether a leaf takes up another point: one at the same place, or one too near to tell. */
  private boolean isFull(int node, double x, double y, int depth) {
    return depth == DEEPEST || (centres[2 * node] == x && centres[2 * node + 1] == y);
  }

  private void pushDown(int node, double west, double south, double half) {
    double x = centres[2 * node];
    double y = centres[2 * node + 1];
    int child = child(node, quarter(x, y, west, south, half), half);
    masses[child] = masses[node];
    centres[2 * child] = x;
    centres[2 * child + 1] = y;
  }

  private void add(int node, double x, double y) {
    int mass = ++masses[node];
    // A difference of 0 leaves the centre of points at one place exactly where it is.
    centres[2 * node] += (x - centres[2 * node]) / mass;
    centres[2 * node + 1] += (y - centres[2 * node + 1]) / mass;
  }

  private static int quarter(double x, double y, double west, double south, double half) {
    return (x >= west + half ? 1 : 0) + (y >= south + half ? 2 : 0);
  }

  private int child(int node, int quarter, double side) {
    int child = children[4 * node + quarter];
    if (child == EMPTY) {
      child = newNode(side);
      children[4 * node + quarter] = child;
    }
    return child;
  }

  private int newNode(double side) {
    if (nodes == masses.length) {
      int room = 2 * nodes;
      children = Arrays.copyOf(children, 4 * room);
      centres = Arrays.copyOf(centres, 2 * room);
      masses = Arrays.copyOf(masses, room);
      squaredSides = Arrays.copyOf(squaredSides, room);
    }
    Arrays.fill(children, 4 * nodes, 4 * nodes + 4, EMPTY);
    centres[2 * nodes] = 0;
    centres[2 * nodes + 1] = 0;
    masses[nodes] = 0;
    squaredSides[nodes] = side * side;
    return nodes++;
  }
}
