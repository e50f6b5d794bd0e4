#!/usr/bin/env python3
"""Learns the networks of extract/ from the numbers that train_trees and train_names write.

usage: network.py parser|names OUT.bin TAGGER.bin TRAIN.numbers DEV.numbers...

One thread and fixed seeds: the same numbers give the same bytes on the same machine. train/README.md says what to install.
"""
import random
import struct
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

# As in extract/form_features.h, extract/name_flags.h, extract/tags.h, extract/name_tagger.h and train/examples.h.
AFFIXES, GRAMS, FLAGS = 5, 16, 8
AFFIX_ROWS, GRAM_ROWS, FLAG_ROWS = 8192, 16384, 48
TAGS, DEPRELS, NAME_LABELS = 256, 51, 21
FORM = 1 + AFFIXES + GRAMS + 1

WORD_SIZE, AFFIX_SIZE, GRAM_SIZE, TAG_SIZE, FLAG_SIZE = 100, 32, 64, 32, 32
ARC_SIZE, LABEL_SIZE = 160, 64
BATCH_WORDS = 1000
AVERAGING = 0.998

SETTINGS = {
    "parser": {"hidden": 160, "layers": 2, "epochs": 36, "rate": 2.5e-3, "dropout": 0.33, "word_dropout": 0.2, "columns": FORM + 3},
    "names": {"hidden": 128, "layers": 1, "epochs": 12, "rate": 2.5e-3, "dropout": 0.4, "word_dropout": 0.2, "columns": FORM + FLAGS + 1},
}


def read_numbers(path, columns):
    """Sentences as arrays of words x columns."""
    flat = numpy.fromfile(path, dtype="<u4").astype(numpy.int64)
    sentences, at = [], 0
    while at < len(flat):
        words = int(flat[at])
        sentences.append(flat[at + 1:at + 1 + words * columns].reshape(words, columns))
        at += 1 + words * columns
    return sentences


def vocabulary(sentences):
    """Hashes of the words that stand at least twice, sorted; row of a word = 2 + its index, row 1 = unknown."""
    words, counts = numpy.unique(numpy.concatenate([s[:, 0] for s in sentences]), return_counts=True)
    return words[counts >= 2]


def with_rows(sentences, words):
    for sentence in sentences:
        index = numpy.minimum(numpy.searchsorted(words, sentence[:, 0]), len(words) - 1)
        sentence[:, 0] = numpy.where(words[index] == sentence[:, 0], index + 2, 1)


def batches(sentences, source):
    """Indices of sentences of the same length, so that nothing is padded."""
    by_length = {}
    for index, sentence in enumerate(sentences):
        by_length.setdefault(len(sentence), []).append(index)
    result = []
    for length in sorted(by_length):
        indices = by_length[length]
        source.shuffle(indices)
        size = max(1, BATCH_WORDS // length)
        result += [indices[i:i + size] for i in range(0, len(indices), size)]
    return result


class Encoder(nn.Module):
    def __init__(self, words, settings, flags):
        super().__init__()
        self.word = nn.Embedding(words + 2, WORD_SIZE, padding_idx=0)
        self.affix = nn.Embedding(AFFIX_ROWS, AFFIX_SIZE, padding_idx=0)
        self.gram = nn.EmbeddingBag(GRAM_ROWS, GRAM_SIZE, mode="sum", padding_idx=0)
        self.tag = nn.Embedding(TAGS, TAG_SIZE, padding_idx=0)
        self.flag = nn.EmbeddingBag(FLAG_ROWS, FLAG_SIZE, mode="sum", padding_idx=0) if flags else None
        size = WORD_SIZE + AFFIXES * AFFIX_SIZE + GRAM_SIZE + TAG_SIZE + (FLAG_SIZE if flags else 0)
        layers, dropout = settings["layers"], settings["dropout"]
        self.word_dropout = settings["word_dropout"]
        self.lstm = nn.LSTM(size, settings["hidden"], layers, bidirectional=True, batch_first=True, dropout=dropout if layers > 1 else 0)
        self.dropout = nn.Dropout(dropout)

    def forward(self, batch):
        shape = batch.shape[:2]
        words = batch[..., 0]
        if self.training:
            words = torch.where(torch.rand(shape) < self.word_dropout, torch.ones_like(words), words)
        parts = [self.word(words), self.affix(batch[..., 1:1 + AFFIXES]).flatten(2)]
        grams = batch[..., 1 + AFFIXES:1 + AFFIXES + GRAMS].reshape(-1, GRAMS)
        parts.append(self.gram(grams).view(*shape, GRAM_SIZE) / 4)
        parts.append(self.tag(batch[..., FORM - 1]))
        if self.flag is not None:
            parts.append(self.flag(batch[..., FORM:FORM + FLAGS].reshape(-1, FLAGS)).view(*shape, FLAG_SIZE))
        states, _ = self.lstm(self.dropout(torch.cat(parts, -1)))
        return self.dropout(states)


class Parser(nn.Module):
    """Heads by a biaffine score, relations by an elementwise product, tags: all from one encoder."""

    def __init__(self, words, settings):
        super().__init__()
        self.encoder = Encoder(words, settings, flags=False)
        width = 2 * settings["hidden"]
        self.root = nn.Parameter(torch.randn(width) * 0.1)
        self.tag = nn.Linear(width, TAGS)
        self.arc_head = nn.Linear(width, ARC_SIZE)
        self.arc_word = nn.Linear(width, ARC_SIZE)
        self.arc = nn.Linear(ARC_SIZE, ARC_SIZE, bias=False)
        self.arc_bias = nn.Linear(ARC_SIZE, 1, bias=False)
        self.label_head = nn.Linear(width, LABEL_SIZE)
        self.label_word = nn.Linear(width, LABEL_SIZE)
        self.label = nn.Linear(3 * LABEL_SIZE, DEPRELS)
        self.dropout = nn.Dropout(settings["dropout"])
        nn.init.normal_(self.arc.weight, std=0.03)

    def scores(self, batch):
        states = self.encoder(batch)
        heads = torch.cat([self.root.expand(len(batch), 1, -1), states], 1)
        head = self.dropout(functional.leaky_relu(self.arc_head(heads), 0.1))
        word = self.dropout(functional.leaky_relu(self.arc_word(states), 0.1))
        arcs = self.arc(word) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        return states, heads, self.tag(states), arcs

    def labels(self, states, heads, chosen):
        head = self.dropout(functional.leaky_relu(self.label_head(heads), 0.1))
        word = self.dropout(functional.leaky_relu(self.label_word(states), 0.1))
        head = torch.gather(head, 1, chosen[..., None].expand(-1, -1, LABEL_SIZE))
        return self.label(torch.cat([head * word, head, word], -1))

    def loss(self, batch):
        tags, heads, relations = (batch[..., FORM + k] for k in range(3))
        states, head_states, tag_scores, arcs = self.scores(batch)
        labels = self.labels(states, head_states, heads)
        return (functional.cross_entropy(arcs.flatten(0, 1), heads.flatten())
                + functional.cross_entropy(labels.flatten(0, 1), relations.flatten())
                + functional.cross_entropy(tag_scores.flatten(0, 1), tags.flatten() - 1, ignore_index=-1))

    def save(self, model, words, labels):
        model.encoder(self.encoder, words, labels)
        model.linear("tagger", self.tag, labels)
        for name in ("arc_head", "arc_word", "arc", "label_head", "label_word", "label"):
            model.linear(name, getattr(self, name))
        model.floats("arc_bias", self.arc_bias.weight)
        model.floats("root_arc", functional.leaky_relu(self.arc_head(self.root), 0.1))
        model.floats("root_label", functional.leaky_relu(self.label_head(self.root), 0.1))

    def measure(self, sentences):
        words = tags = arcs = both = 0
        for batch in every_batch(sentences):
            states, head_states, tag_scores, arc_scores = self.scores(batch)
            chosen = arc_scores.argmax(-1)
            labels = self.labels(states, head_states, chosen).argmax(-1)
            right = chosen == batch[..., FORM + 1]
            words += right.numel()
            tags += (tag_scores.argmax(-1) + 1 == batch[..., FORM]).sum().item()
            arcs += right.sum().item()
            both += (right & (labels == batch[..., FORM + 2])).sum().item()
        return f"tag pairs {100 * tags / words:.2f} UAS {100 * arcs / words:.2f} LAS with subtypes {100 * both / words:.2f}"


class Names(nn.Module):
    """Labels of a chain: 0 outside, 1 + 2 type begins, 2 + 2 type goes on. A word of a corpus with coarser types has a set of labels."""

    def __init__(self, words, settings):
        super().__init__()
        self.encoder = Encoder(words, settings, flags=True)
        self.label = nn.Linear(2 * settings["hidden"], NAME_LABELS)
        self.step = nn.Parameter(torch.zeros(NAME_LABELS, NAME_LABELS))
        forbidden = torch.zeros(NAME_LABELS, NAME_LABELS)
        for label in range(2, NAME_LABELS, 2):
            forbidden[:, label] = -1e4
            forbidden[label - 1, label] = forbidden[label, label] = 0
        self.register_buffer("forbidden", forbidden)

    def total(self, scores):
        """Log of the sum over all paths."""
        steps = self.step + self.forbidden
        alpha = scores[:, 0] + self.forbidden[0]
        for i in range(1, scores.shape[1]):
            alpha = torch.logsumexp(alpha[:, :, None] + steps, 1) + scores[:, i]
        return torch.logsumexp(alpha, 1)

    def loss(self, batch):
        scores = self.label(self.encoder(batch))
        allowed = (batch[..., FORM + FLAGS, None] >> torch.arange(NAME_LABELS)) & 1
        return (self.total(scores) - self.total(scores.masked_fill(allowed == 0, -1e4))).sum() / batch.shape[0] / batch.shape[1] * 3

    def best(self, scores):
        steps = self.step + self.forbidden
        alpha = scores[:, 0] + self.forbidden[0]
        back = []
        for i in range(1, scores.shape[1]):
            alpha, before = (alpha[:, :, None] + steps).max(1)
            alpha = alpha + scores[:, i]
            back.append(before)
        path = [alpha.argmax(1)]
        for before in reversed(back):
            path.append(before.gather(1, path[-1][:, None])[:, 0])
        return torch.stack(path[::-1], 1)

    def save(self, model, words, labels):
        model.encoder(self.encoder, words, labels)
        model.linear("name", self.label)
        model.floats("step", self.step)

    def measure(self, sentences):
        """F1 with our types, of spans alone, and with PER, LOC and ORG only."""
        counts = {"types": [0, 0, 0], "spans": [0, 0, 0], "PER LOC ORG": [0, 0, 0]}
        for batch in every_batch(sentences):
            paths = self.best(self.label(self.encoder(batch))).tolist()
            for path, bits in zip(paths, batch[..., FORM + FLAGS].tolist()):
                mine = spans([(label and 1 + (label - 1) % 2, {(label - 1) // 2}) for label in path])
                theirs = spans([label_set(b) for b in bits])
                # Names of no type of ours are neither asked for nor counted.
                ours = {span: types for span, types in mine.items() if types != {9}}
                gold = {span: types for span, types in theirs.items() if 9 not in types}
                both = ours.keys() & gold.keys()
                add(counts["types"], len(ours), len(gold), sum(1 for span in both if ours[span] <= gold[span]))
                add(counts["spans"], len(ours), len(gold), len(both))
                ours = {(span, coarse(types)) for span, types in mine.items() if coarse(types)}
                gold = {(span, coarse(types)) for span, types in theirs.items() if coarse(types)}
                add(counts["PER LOC ORG"], len(ours), len(gold), len(ours & gold))
        return "F1 " + ", ".join(f"{name} {200 * right / max(found + gold, 1):.2f}" for name, (found, gold, right) in counts.items())


def add(counts, *more):
    for k, value in enumerate(more):
        counts[k] += value


def coarse(types):
    for name, some in (("PER", {0}), ("LOC", {4, 5}), ("ORG", {1, 2})):
        if types <= some:
            return name
    return None


def label_set(bits):
    if bits & 1:
        return 0, set()
    types = {k for k in range(10) if bits >> (1 + 2 * k) & 3}
    return (1 if any(bits >> (1 + 2 * k) & 1 for k in types) else 2), types


def spans(labels):
    result, begin, types = {}, None, set()
    for i, (kind, kinds) in enumerate(labels + [(0, set())]):
        if begin is not None and kind != 2:
            result[begin, i] = types
            begin = None
        if kind == 1 or (kind == 2 and begin is None):
            begin, types = i, kinds
    return result


class Model:
    """The file that net/tensors.h reads."""

    def __init__(self):
        self.parts = []

    def add(self, name, kind, array, scales=b""):
        rows, columns = array.shape
        self.parts.append(struct.pack("<B", len(name)) + name.encode() + struct.pack("<BII", kind, rows, columns) + scales + array.tobytes())

    def floats(self, name, tensor):
        self.add(name, 0, tensor.detach().numpy().astype("<f4").reshape(1, -1))

    def numbers(self, name, array):
        self.add(name, 2, array.astype("<u4").reshape(1, -1))

    def quantized(self, name, tensor):
        """8 bits a weight and a scale for each row."""
        weights = tensor.detach().numpy().astype(numpy.float64)
        scales = numpy.maximum(numpy.abs(weights).max(1), 1e-12) / 127
        self.add(name, 1, numpy.rint(weights / scales[:, None]).astype("i1"), scales.astype("<f4").tobytes())

    def linear(self, name, layer, rows=None):
        self.quantized(name + ".weight", layer.weight[:rows])
        if layer.bias is not None:
            self.floats(name + ".bias", layer.bias[:rows])

    def encoder(self, encoder, words, labels):
        self.numbers("words", words)
        self.quantized("word", encoder.word.weight)
        self.quantized("affix", encoder.affix.weight)
        self.quantized("gram", encoder.gram.weight)
        self.quantized("tag", encoder.tag.weight[:labels + 1])
        if encoder.flag is not None:
            self.quantized("flag", encoder.flag.weight)
        for layer in range(encoder.lstm.num_layers):
            for direction, suffix in (("forward", ""), ("backward", "_reverse")):
                part = lambda name: getattr(encoder.lstm, f"{name}_l{layer}{suffix}")
                name = f"lstm{layer}.{direction}"
                self.quantized(name + ".input", part("weight_ih"))
                self.quantized(name + ".state", part("weight_hh"))
                self.floats(name + ".bias", part("bias_ih") + part("bias_hh"))

    def write(self, path):
        with open(path, "wb") as out:
            out.write(b"ENTNET1\n" + struct.pack("<I", len(self.parts)) + b"".join(self.parts))


def every_batch(sentences):
    for indices in batches(sentences, random.Random(1)):
        yield torch.from_numpy(numpy.stack([sentences[i] for i in indices]))


def learn(network, sentences, settings, devs):
    source = random.Random(1)
    parameters = list(network.parameters())
    optimizer = torch.optim.Adam(parameters, lr=settings["rate"], betas=(0.9, 0.95))
    averages = [p.detach().clone() for p in parameters]
    step, last = 0, settings["epochs"] * len(batches(sentences, random.Random(1)))
    for epoch in range(settings["epochs"]):
        network.train()
        began, loss_sum = time.time(), 0.0
        order = batches(sentences, source)
        source.shuffle(order)
        for indices in order:
            for group in optimizer.param_groups:
                group["lr"] = settings["rate"] * min(1, (step + 1) / 300) * max(0.02, 1 - step / last)
            loss = network.loss(torch.from_numpy(numpy.stack([sentences[i] for i in indices])))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(parameters, 5.0)
            optimizer.step()
            step += 1
            loss_sum += loss.item()
            keep = min(AVERAGING, (1 + step) / (10 + step))
            torch._foreach_mul_(averages, keep)
            torch._foreach_add_(averages, [p.data for p in parameters], alpha=1 - keep)
        trained = [p.data.clone() for p in parameters]
        for parameter, average in zip(parameters, averages):
            parameter.data.copy_(average)
        network.eval()
        with torch.no_grad():
            results = "; ".join(f"{name} {network.measure(dev)}" for name, dev in devs)
        print(f"epoch {epoch + 1}: loss {loss_sum / len(order):.3f}, {time.time() - began:.0f} s; {results}", flush=True)
        if epoch + 1 < settings["epochs"]:
            for parameter, value in zip(parameters, trained):
                parameter.data.copy_(value)


def main():
    if len(sys.argv) < 5 or sys.argv[1] not in SETTINGS:
        sys.exit(__doc__)
    kind, out, tagger = sys.argv[1:4]
    settings = SETTINGS[kind]
    with open(tagger, "rb") as file:
        labels, = struct.unpack_from("<I", file.read(12), 8)
    for change in [a for a in sys.argv if a.startswith("--")]:
        key, value = change[2:].split("=")
        settings[key] = type(settings[key])(value)
    paths = [a for a in sys.argv[4:] if not a.startswith("--")]
    torch.manual_seed(1)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    sentences = read_numbers(paths[0], settings["columns"])
    words = vocabulary(sentences)
    devs = [(path, read_numbers(path, settings["columns"])) for path in paths[1:]]
    for some in [sentences] + [dev for _, dev in devs]:
        with_rows(some, words)
    network = {"parser": Parser, "names": Names}[kind](len(words), settings)
    learn(network, sentences, settings, devs)
    model = Model()
    network.save(model, words, labels)
    model.write(out)


if __name__ == "__main__":
    main()
