package dev.codepurger.cli;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** The version from the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"codepurger " + text()};
    }

    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
