/**
 * The tab in which images of classes are asked for: one seed over all classes and several models,
 * each image judged by the classifier, and one hand that writes every class.
 *
 * <p>Start at {@link latentlab.ui.classes.ClassesTab}. What is chosen is a {@link
 * latentlab.ui.classes.ClassChoices}; each model draws its {@link latentlab.ui.classes.Sheet} of
 * it, part by part.
 */
@NullMarked
package latentlab.ui.classes;

import org.jspecify.annotations.NullMarked;
