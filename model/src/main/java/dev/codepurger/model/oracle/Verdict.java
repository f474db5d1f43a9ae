package dev.codepurger.model.oracle;

/** What the oracle says of a trace. */
public enum Verdict {
  /** The model can show it. */
  CONFORMS,
  /** The model cannot. */
  VIOLATED,
  /** A stated bound was reached. */
  INCONCLUSIVE
}
