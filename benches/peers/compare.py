"""Times chuxin and other solvers on the same programs, and checks that they reach the same optima.

chuxin plans a campaign as a whole process, reading and both readings of the plan included, and exports the program of each
level, with the values of the levels above kept by rows. Each peer solves every program from nothing on one thread: no start is
given, the gap is 0, reading is not counted (but CBC is a program of its own, which reads the program once more). Times are CPU seconds (wall seconds in the table's last columns): median, least and most.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]


def solve_highs(file: Path, limit: float) -> tuple[float, bool, tuple[float, float]]:
    import highspy

    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.0)
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", limit)
    solver.readModel(str(file.with_suffix(".mps")))
    begin = clocks()
    solver.run()
    proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return solver.getInfo().objective_function_value, proven, begin


def solve_cbc(file: Path, limit: float) -> tuple[float, bool, tuple[float, float]]:
    import pulp

    _, problem = pulp.LpProblem.fromMPS(str(file.with_suffix(".mps")))
    begin = clocks()
    problem.solve(pulp.PULP_CBC_CMD(msg=False, timeLimit=limit, gapRel=0, gapAbs=0, threads=1))
    # A column of no row has no value in its answer, and is 0 then.
    value = sum(factor * (column.varValue or 0) for column, factor in problem.objective.items())
    return value, problem.sol_status == pulp.LpSolutionOptimal, begin


def solve_cp_sat(file: Path, limit: float) -> tuple[float, bool, tuple[float, float]]:
    from ortools.linear_solver.python import model_builder

    model = model_builder.Model()
    model.import_from_mps_file(str(file.with_suffix(".mps")))
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(limit)
    solver.set_solver_specific_parameters("num_workers:1")
    begin = clocks()
    status = solver.solve(model)
    return solver.objective_value, status == model_builder.SolveStatus.OPTIMAL, begin


PEERS = {"HiGHS": solve_highs, "CBC": solve_cbc, "CP-SAT": solve_cp_sat}


def clocks() -> tuple[float, float]:
    """CPU seconds of this process and its children, and wall seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system, time.monotonic()


def solve_here(peer: str, file: Path, limit: float) -> None:
    """One solve in a process of its own, for its clocks; the answer is printed."""
    value, proven, begin = PEERS[peer](file, limit)
    end = clocks()
    print(json.dumps({"value": value, "proven": proven, "cpu": end[0] - begin[0], "wall": end[1] - begin[1]}))


def solve(peer: str, file: Path, limit: float) -> dict:
    command = [sys.executable, str(HERE), "--solve", peer, str(file), "--limit", str(limit)]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=2 * limit + 60, check=True).stdout
    except subprocess.TimeoutExpired:
        return {"value": None, "proven": False, "cpu": limit, "wall": limit}
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{peer} fails on {file.name}: {error.stderr}") from error
    return json.loads(said.splitlines()[-1])


def run(command: list[str]) -> tuple[float, float, int]:
    """CPU and wall seconds of a command, and its exit code."""
    begin = clocks()
    code = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    end = clocks()
    return end[0] - begin[0], end[1] - begin[1], code


def campaigns(chuxin: str, folder: Path, names: list[str]) -> dict[str, Path]:
    """Files of scenarios, and invented ones: KIND-AMBASSADORS-SEED."""
    files = {}
    for name in names:
        scenario = ROOT / "scenarios" / f"{name}.yaml"
        if scenario.exists():
            files[name] = scenario
            continue
        if name.count("-") < 2 or name.split("-")[0] not in ("plain", "tight", "duty"):
            raise SystemExit(f"{name}: no scenario, and not KIND-AMBASSADORS-SEED with plain, tight or duty")
        kind, people, seed = name.rsplit("-", 2)
        new = [chuxin, "new", str(folder / name), "--kind", kind, "--ambassadors", people, "--seed", seed]
        subprocess.run(new, check=True, capture_output=True)
        files[name] = folder / name / "campaign.yaml"
    return files


def spread(values: list[float]) -> str:
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def row(arguments: argparse.Namespace, folder: Path, name: str, file: Path) -> str:
    plan, programs = folder / f"{name}.json", folder / f"{name}-programs"
    limit = ["--time-limit", str(arguments.limit)]
    first = [arguments.chuxin, "plan", str(file), "-o", str(plan), "--force", "--export", str(programs), *limit]
    if run(first)[2] != 0:
        return f"| {name} | no plan in {arguments.limit:.0f} s |" + " |" * (1 + 3 * len(arguments.peers) + 1)
    own = [run([arguments.chuxin, "plan", str(file), *limit]) for _ in range(arguments.runs)]
    saved = json.loads(plan.read_text())
    levels = saved["experience"]["levels"] + saved.get("thursday_action", {}).get("levels", [])
    known = dict(zip(sorted(programs.glob("*.mps"), key=problem_first), levels, strict=True))
    proven = sum(level["proven"] for level in levels)
    cells = [name, f"{proven} of {len(levels)}", spread([cpu for cpu, _, _ in own])]
    walls = [spread([wall for _, wall, _ in own])]
    for peer in arguments.peers:
        times, peer_proven = [], 0
        for turn in range(arguments.runs):
            answers = {file: solve(peer, file, arguments.limit) for file in known}
            times.append([sum(answer[clock] for answer in answers.values()) for clock in ("cpu", "wall")])
            if turn == 0:
                peer_proven = sum(answer["proven"] for answer in answers.values())
                check(name, peer, answers, known, arguments.every)
        cells.append(f"{spread([cpu for cpu, _ in times])}, {peer_proven} proven")
        walls.append(spread([wall for _, wall in times]))
        ratio = statistics.median(cpu for cpu, _ in times) / statistics.median(cpu for cpu, _, _ in own)
        cells.append(f"{ratio:.1f} ×")
    return "| " + " | ".join(cells + walls) + " |"


def problem_first(file: Path) -> tuple[int, str]:
    """In the order of the plan: experience, pairing, timetable."""
    return ["experience", "pairing", "timetable"].index(file.name.split("-")[0]), file.name


def check(name: str, peer: str, answers: dict[Path, dict], known: dict[Path, dict], every: bool) -> None:
    """Two proven optima of one program are one value; MPS turns what is brought up."""
    open_levels = [file.name for file, answer in answers.items() if not (answer["proven"] and known[file]["proven"])]
    if every and open_levels:
        raise SystemExit(f"{name}: not proven by chuxin and {peer} alike: {', '.join(open_levels)}")
    for file, answer in answers.items():
        level = known[file]
        wanted = -level["value"] if level["sense"] == "max" else level["value"]
        if answer["proven"] and level["proven"] and abs(answer["value"] - wanted) > 0.1:
            raise SystemExit(f"{name}: {file.name}: {peer} says {answer['value']}, chuxin {wanted}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = ["linfen-2018", "linfen-2019", "plain-100-1", "plain-200-1", "tight-60-1", "duty-60-1"]
    parser.add_argument("campaigns", nargs="*", default=default, help="scenarios, or KIND-AMBASSADORS-SEED")
    parser.add_argument("--chuxin", default=str(ROOT / "target/release/chuxin"))
    parser.add_argument("--peers", type=lambda text: text.split(","), default=list(PEERS))
    parser.add_argument("--runs", type=int, default=5, help="how often each is timed")
    parser.add_argument("--limit", type=float, default=300, help="seconds for each level, and for the whole of chuxin")
    parser.add_argument("--every", action="store_true", help="fail where a level is not proven by both")
    parser.add_argument("--solve", nargs=2, metavar=("PEER", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.solve:
        solve_here(arguments.solve[0], Path(arguments.solve[1]), arguments.limit)
        return
    heads = ["campaign", "levels proven", "chuxin, CPU s"]
    heads += [head for peer in arguments.peers for head in (f"{peer}, CPU s", "ratio")]
    heads += ["chuxin, wall s"] + [f"{peer}, wall s" for peer in arguments.peers]
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, file in campaigns(arguments.chuxin, Path(folder), arguments.campaigns).items():
            print(row(arguments, Path(folder), name, file), flush=True)


if __name__ == "__main__":
    main()
