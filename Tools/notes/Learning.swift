import Foundation
import MarkedPapers
import Scorer

/// From prepared papers to weights.
struct Learning {
  let options: LearningOptions
  let classes: Data
  var report: (String) -> Void = { print($0) }

  private static let kindCount = Labels.kinds.count

  func model(_ papers: [Prepared]) -> Data {
    var file = ModelFile()
    file.add(.classes, classes)
    let kinds = kindModel(papers)
    file.add(
      .kinds, hashes: kinds.rows.hashes, weights: kinds.weights, labels: Self.kindCount, stride: Self.kindCount,
      least: 0.01)
    let judged = foldedKinds(papers)
    chains(papers, judged, &file)
    let examples = zip(papers, judged).flatMap { paper, judged in
      paper.valued(kind: judged.kind).map {
        SoftmaxTrainer.Example(features: $0.features, label: $0.label, range: $0.range)
      }
    }
    let values = SoftmaxTrainer(examples, labels: Labels.valueCount, options: options)
    file.add(
      .values, hashes: values.rows.hashes, weights: values.weights, labels: Labels.valueCount,
      stride: Labels.valueCount,
      least: 0.01)
    report("value stretches: \(examples.count)")
    return file.data
  }

  func kindModel(_ papers: [Prepared]) -> SoftmaxTrainer {
    // What nobody called a sort of paper teaches none, but for what has nothing to record.
    let known = papers.filter { $0.paper.kind != nil || $0.paper.knownKind == "other" }
    let counts = known.reduce(into: [Int](repeating: 0, count: Self.kindCount)) { $0[$1.kind] += 1 }
    let examples = known.map { paper in
      SoftmaxTrainer.Example(
        features: paper.paperFeatures, label: paper.kind, range: 0..<Self.kindCount,
        // Rare sorts count for more, or all that is doubtful would be what most papers are.
        weight: (Float(known.count) / Float(Self.kindCount * counts[paper.kind])).squareRoot())
    }
    return SoftmaxTrainer(examples, labels: Self.kindCount, options: options)
  }

  /// What a model that did not see the paper says of its kind: honest features for the chains.
  private func foldedKinds(_ papers: [Prepared]) -> [(kind: UInt32, other: UInt32)] {
    var judged = [(kind: UInt32, other: UInt32)](repeating: (0, 0), count: papers.count)
    let folds = 4
    for fold in 0..<folds {
      let model = kindModel(papers.indices.filter { $0 % folds != fold }.map { papers[$0] })
      for place in papers.indices where place % folds == fold {
        let found = model.probabilities(papers[place].paperFeatures, 0..<Self.kindCount)
        let kind = found.indices.max { found[$0] < found[$1] } ?? 0
        judged[place] = (UInt32(kind), Scorer.fifth(found.last ?? 0))
      }
    }
    let right = papers.indices.count { Int(judged[$0].kind) == papers[$0].kind }
    report("kinds on folds: \(right)/\(papers.count)")
    return judged
  }

  private func chains(_ papers: [Prepared], _ judged: [(kind: UInt32, other: UInt32)], _ file: inout ModelFile) {
    let without = Set(options.without.split(separator: ",").compactMap { FeatureGroup(rawValue: String($0)) })
    let features = zip(papers, judged).map { $0.sample.features(kind: $1.kind, other: $1.other, without: without) }
    let rows = Rows(features.map(\.hashes))
    report("features: \(rows.hashes.count) in \(features.reduce(0) { $0 + $1.hashes.count }) places")
    let numbered = zip(papers, features).map { paper, features in
      ChainTrainer.Paper(
        units: features.units, rows: features.hashes.map { rows.number($0) ?? -1 }, count: paper.sample.pieces.count,
        entities: paper.labels(Labels.entities), clauses: paper.labels(Labels.clauses))
    }
    let trainer = ChainTrainer(rows: rows.hashes.count, options: options)
    trainer.learn(numbered, report: report)
    file.add(
      .emissions, hashes: rows.hashes, weights: trainer.scaledWeights(), labels: Labels.emissions,
      stride: ChainTrainer.width,
      least: 0.02)
    file.add(.entities, trainer.entities)
    file.add(.clauses, trainer.clauses)
  }
}
