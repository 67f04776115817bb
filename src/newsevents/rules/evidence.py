"""NE3, texts and spans: what is quoted stands in its source, word for word and where it is said to stand."""

from newsevents.rules._rule import documented

documented(
    "NE311",
    "text-file-outside",
    "error",
    """
    A source's `text_file` leads outside the dossier's folder, or to no text.

    ## What it does

    Reports a `text_file` that is not read: an absolute path, one with `..` or a backslash, a link that leads out of the
    folder in which the dossier stands, a folder, device or pipe, a file that is missing, that has more than 64 MB, or
    that is not UTF-8. Only what reads files finds it: `newsevents validate` and `check_file`, not `check`.

    ## Why it matters

    A dossier comes from someone else. What it names must not make a program open the reader's own files, or wait
    forever; and a text that is not there checks no quotation.

    ## Example

    ```yaml
    type: source
    id: report
    title: A report
    form: article
    text_file: ../../report.txt
    ```

    ## Use instead

    ```yaml
    type: source
    id: report
    title: A report
    form: article
    text_file: texts/report.txt
    ```

    ## Source

    CWE-22 (path traversal) and CWE-59 (link following) in MITRE's Common Weakness Enumeration.
    """,
)
