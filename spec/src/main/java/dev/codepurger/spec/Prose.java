package dev.codepurger.spec;

/**
 * A piece of text in two forms.
 *
 * @param markdown the text as it stands in the document, with its line breaks
 * @param plain the text without markup; a line for each paragraph or list item, paragraphs separated by an empty line
 */
public record Prose(String markdown, String plain) {
    @Override
    public String toString() {
        return plain;
    }
}
