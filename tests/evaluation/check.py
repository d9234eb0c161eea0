#!/usr/bin/env python3
"""Check the questions against their documents, before any bot is asked.

    check.py questions.jsonl folder-of-documents

Every cite.contains must stand in one paragraph of its document; every number of a fact must stand in a
cited paragraph (or in the question, or be declared in computed_facts) in at least one of the fact's
alternatives; every worded fact likewise, where no alternative is found the item is listed as "worded" to be
read by a person; no forbidden string may be demanded. Ends with 1 when anything is wrong.
Text is folded as the judge folds it. Needs Python 3.9+ and nothing else.
"""
import collections, html, json, pathlib, re, sys, unicodedata

NUMBER = re.compile(r"\d+(?:\.\d+)?")
NUMERALS = dict(zip("一二三四五六七八九十两", "1 2 3 4 5 6 7 8 9 10 2".split()))


def fold(text):
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text or "").lower())
    text = re.sub("[\u2010-\u2015\u2212~]+", "-", text)
    text = text.translate({ord(a): b for a, b in zip("〔【〕】", "[[]]")})
    text = re.sub(r"[“”‘’\"'「」『』*`_]", "", text)
    text = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
    text = re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text)
    return re.sub(r"\s+", " ", text)


def holds(text, fact):
    fact = fold(fact)
    pattern = re.escape(fact)
    if fact[:1].isdigit():
        pattern = r"(?<!\d)(?<!\d\.)" + pattern
    if fact[-1:].isdigit():
        pattern += r"(?!\d)(?!\.\d)"
    return re.search(pattern, text) is not None


def paragraphs(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"(?is)<(script|style).*?</\1>", "", text).replace("\n", " ")
        text = re.sub(r"(?i)</(p|h\d|tr|li|div|title)>", "\n", text)
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return [fold(line) for line in text.splitlines() if line.strip()]


def read(folder):
    documents = {}
    for path in sorted(pathlib.Path(folder).iterdir()):
        if path.suffix in (".txt", ".md", ".html"):
            documents[path.stem] = documents[path.stem.split("_")[0]] = paragraphs(path)
    return documents


def check(item, documents):
    wrong, expect = [], item["expect"]
    facts, cites, forbidden = (expect.get(k) or [] for k in ("facts", "cite", "forbid"))
    if not expect.get("refuse") and not (facts and cites):
        wrong.append("needs facts and a citation, or refuse")
    cited = []
    for cite in cites:
        found = [p for p in documents.get(cite["doc"], []) if fold(cite["contains"]) in p]
        if not found:
            wrong.append("%s does not hold %r" % (cite["doc"], cite["contains"]))
        cited += found
    source = "\n".join(cited)
    allowed = set(NUMBER.findall(source + " " + fold(" ".join(item["turns"]))))
    allowed |= {NUMERALS[c] for c in source if c in NUMERALS}
    computed = fold(" ".join(expect.get("computed_facts") or {}))
    for fact in facts:
        choices = fact if isinstance(fact, list) else [fact]
        if any(fold(c) in computed for c in choices):
            continue
        if not any(holds(source, c) for c in choices):
            numbers = set(NUMBER.findall(fold(choices[0])))
            wrong.append("%s: %s" % ("worded" if numbers <= allowed else "NUMBER NOT CITED", choices[0]))
        for bad in forbidden:
            if all(fold(bad) in fold(c) for c in choices):
                wrong.append("demands what it forbids: %s" % bad)
    for text, sum_of in (expect.get("computed_facts") or {}).items():
        for number in NUMBER.findall(sum_of):
            if number not in allowed:
                wrong.append("computed from %s, which is not cited" % number)
        value = NUMBER.search(fold(text))
        if value and re.fullmatch(r"[\d.+\-*/() ]+", sum_of) and abs(eval(sum_of) - float(value[0])) > 0.051:
            wrong.append("%s is not %s" % (sum_of, text))
    return wrong


def main():
    questions, folder = sys.argv[1:3]
    documents = read(folder)
    items = [json.loads(line) for line in open(questions, encoding="utf-8") if line.strip()]
    failed = 0
    for item in items:
        for wrong in check(item, documents):
            print(item["id"], wrong)
            failed += not wrong.startswith("worded")
    repeated = [i for i, n in collections.Counter(i["id"] for i in items).items() if n > 1]
    repeated += [t for t, n in collections.Counter(" / ".join(i["turns"]) for i in items).items() if n > 1]
    for one in repeated:
        print("twice:", one)
    print("%d items, %s, splits %s, %d wrong" % (
        len(items), dict(collections.Counter(i["kind"] for i in items)),
        dict(collections.Counter(i.get("split") for i in items)), failed + len(repeated)))
    return 1 if failed or repeated else 0


if __name__ == "__main__":
    sys.exit(main())
