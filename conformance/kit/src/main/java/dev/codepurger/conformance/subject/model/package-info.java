/** The model as a subject. */
@NullMarked
package dev.codepurger.conformance.subject.model;

import org.jspecify.annotations.NullMarked;
