package latentlab.data.synthetic;

/** The first and last columns and rows of a picture of 28x28 bytes that hold ink. */
record InkBox(int left, int top, int right, int bottom) {

  static InkBox of(byte[] pixels) {
    int left = 28;
    int top = 28;
    int right = -1;
    int bottom = -1;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] != 0) {
        left = Math.min(left, i % 28);
        right = Math.max(right, i % 28);
        top = Math.min(top, i / 28);
        bottom = Math.max(bottom, i / 28);
      }
    }
    return new InkBox(left, top, right, bottom);
  }

  int width() {
    return right - left + 1;
  }

  int height() {
    return bottom - top + 1;
  }
}
