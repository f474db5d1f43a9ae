package dev.codepurger.conformance.exec;
final class SchemaLint { static Lint shared() { return Lint.NONE; } }
