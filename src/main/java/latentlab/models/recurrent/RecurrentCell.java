package latentlab.models.recurrent;

import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.recurrent.GatedRecurrentUnit;
import latentlab.engine.layers.recurrent.LongShortTermMemory;
import latentlab.engine.layers.recurrent.StateOutput;

/** What carries the state from row to row. */
public enum RecurrentCell {
  /** The gated recurrent unit (Cho et al. 2014). */
  GRU,
  /** Long short-term memory (Hochreiter and Schmidhuber 1997). */
  LSTM;

  UnaryConfiguration layer(int units, StateOutput output) {
    return switch (this) {
      case GRU -> new GatedRecurrentUnit(units, output);
      case LSTM -> new LongShortTermMemory(units, output);
    };
  }
}
