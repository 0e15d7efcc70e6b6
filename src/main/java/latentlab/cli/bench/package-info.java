/**
 * Timed workloads, to be compared with the same in other frameworks. Start at {@link
 * latentlab.cli.bench.Workload}; a workload is one class that implements it and is named in {@link
 * latentlab.cli.bench.Workloads}.
 */
@NullMarked
package latentlab.cli.bench;

import org.jspecify.annotations.NullMarked;
