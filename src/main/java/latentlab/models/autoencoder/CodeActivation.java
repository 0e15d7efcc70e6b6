package latentlab.models.autoencoder;

/** What happens to the encoder's outputs h before they are codes a = s(h). */
enum CodeActivation {
  /** a = h. */
  LINEAR {
    @Override
    void apply(float[] values) {
      // The codes are the outputs.
    }

    @Override
    float slope(float code) {
      return 1;
    }
  },
  /** a = max(h, 0). */
  RECTIFIED {
    @Override
    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(values[i], 0f);
      }
    }

    @Override
    float slope(float code) {
      return code > 0 ? 1 : 0;
    }
  },
  /** a = 1 / (1 + e^-h). */
  SIGMOID {
    @Override
    void apply(float[] values) {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (1 / (1 + Math.exp(-values[i])));
      }
    }

    @Override
    float slope(float code) {
      return code * (1 - code);
    }

    @Override
    float relativeCurvature(float code) {
      return 1 - 2 * code;
    }
  };

  /**
   * Replaces outputs by codes.
   *
   * @param values of any shape
   */
  abstract void apply(float[] values);

  /** s'(h), told from the code. */
  abstract float slope(float code);

  /** s''(h) / s'(h), told from the code. */
  float relativeCurvature(float code) {
    return 0;
  }

  /** Replaces dL/da by dL/dh. */
  void goBack(float[] codes, float[] errors) {
    for (int i = 0; i < errors.length; i++) {
      errors[i] *= slope(codes[i]);
    }
  }
}
