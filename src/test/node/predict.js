// Runs every MODEL.onnx of a folder on the rows in MODEL.json and writes MODEL.out.json.
const fs = require('fs');
const path = require('path');
const ort = require('onnxruntime-node');

function feeds(rows) {
  const tensors = {};
  for (const [name, values] of Object.entries(rows.numbers)) {
    const floats = Float32Array.from(values, (value) => (value === null ? NaN : Number(value)));
    tensors[name] = new ort.Tensor('float32', floats, [values.length, 1]);
  }
  for (const [name, values] of Object.entries(rows.words)) {
    tensors[name] = new ort.Tensor('string', values, [values.length, 1]);
  }
  return tensors;
}

async function main(folder) {
  for (const model of fs.readdirSync(folder).filter((name) => name.endsWith('.onnx'))) {
    const file = path.join(folder, model);
    const session = await ort.InferenceSession.create(file);
    const all = feeds(JSON.parse(fs.readFileSync(file.replace(/onnx$/, 'json'), 'utf8')));
    const wanted = Object.fromEntries(session.inputNames.map((name) => [name, all[name]]));
    const outputs = await session.run(wanted);
    const values = (outputs.probabilities ?? outputs.prediction).data;
    const labels = outputs.label ? outputs.label.data : [];
    fs.writeFileSync(
      file.replace(/onnx$/, 'out.json'),
      JSON.stringify({ values: Array.from(values, String), labels: Array.from(labels) }),
    );
  }
}

main(process.argv[2]).catch((fault) => {
  console.error(fault);
  process.exit(1);
});
