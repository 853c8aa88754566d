//! HiGHS through Python, an independent solver.

/// Prints the optimum of each file named on a line of its own, among what the solver says of itself.
pub const HIGHSPY: &str = "
import sys
import highspy
for file in sys.argv[1:]:
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue('mip_rel_gap', 0.0)
    solver.readModel(file)
    solver.run()
    status = solver.getModelStatus()
    print('optimum', solver.getInfo().objective_function_value, status == highspy.HighsModelStatus.kOptimal)
";
