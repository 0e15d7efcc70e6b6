/**
 * Data sets fetched from the network on demand.
 *
 * <p>Start at {@link latentlab.data.download.MnistDownload}: it decides which file comes from which
 * mirror and checks what came; {@code HttpTransfer} moves the bytes.
 */
@NullMarked
package latentlab.data.download;

import org.jspecify.annotations.NullMarked;
