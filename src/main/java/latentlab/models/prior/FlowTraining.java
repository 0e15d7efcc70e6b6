package latentlab.models.prior;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.Network;
import latentlab.models.networks.NetworkGroup;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** The couplings of a flow while they are trained, on white codes. Owned by one thread. */
final class FlowTraining implements AutoCloseable {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final int size;
  private final List<CouplingTraining> couplings = new ArrayList<>();
  private final NetworkGroup networks;

  FlowTraining(int size, PriorSettings settings, Seed seed) {
    this.size = size;
    List<Coupling> plans = Coupling.alternating(size, settings.couplings());
    for (int i = 0; i < plans.size(); i++) {
      couplings.add(
          new CouplingTraining(i, plans.get(i), size, settings, seed.derive("coupling", i)));
    }
    this.networks =
        new NetworkGroup(couplings.stream().map(CouplingTraining::network).toArray(Network[]::new));
  }

  /**
   * The mean of -log p over a batch of white codes [rows, d], in nats; its gradient stays in the
   * networks. The codes are overwritten.
   */
  double computeGradients(float[] codes, int rows) {
    double logDeterminants = 0;
    for (CouplingTraining coupling : couplings) {
      logDeterminants += coupling.forward(codes, rows);
    }
    double squares = 0;
    for (int at = 0; at < codes.length; at++) {
      squares += (double) codes[at] * codes[at];
      codes[at] /= rows;
    }
    for (int i = couplings.size() - 1; i >= 0; i--) {
      couplings.get(i).backward(codes, rows, 1f / rows);
    }
    return (0.5 * squares - logDeterminants) / rows + 0.5 * size * LOG_TWO_PI;
  }

  void update(double rateFactor) {
    networks.update(rateFactor);
  }

  Tensors gradients() {
    return networks.gradients();
  }

  Tensors weights() {
    return networks.weights();
  }

  @Override
  public void close() {
    couplings.forEach(CouplingTraining::close);
  }
}
