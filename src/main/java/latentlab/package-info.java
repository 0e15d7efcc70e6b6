/**
 * Latent Lab: train generative models of small images and explore them by hand.
 *
 * <p>The packages form layers, each of which uses only those to its left: the foundations ({@code
 * failure}, {@code random}, {@code progress}, {@code storage}), then {@code engine} and {@code
 * data}, {@code models}, {@code training}, {@code evaluation}, and side by side {@code cli} and
 * {@code ui}. Only {@code ui} knows JavaFX. This package holds nothing but the entry point. Start
 * reading at {@link latentlab.models}: what a model is, and what it can do.
 */
@NullMarked
package latentlab;

import org.jspecify.annotations.NullMarked;
