package latentlab.engine;

import latentlab.progress.Progress;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes the engine ready before the first test: once a test has started the window toolkit, only
 * its thread could do so safely. Found by JUnit itself.
 */
public final class EngineBeforeTests implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    NativeRuntime.load(Progress.NONE);
  }
}
