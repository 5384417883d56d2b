# Loads the snippets in a folder and does what each line asks: a snippet's name,
# "sign" or "verify", and claims or a token in base64.
require 'json'

$stdout.sync = true

def answer(name, action, text)
  place = Module.new
  load("#{ARGV[0]}/#{name}.rb", place)
  action == 'sign' ? place::Tokens.sign(JSON.parse(text)) : place::Tokens.verify(text).to_json
end

$stdin.each_line(chomp: true) do |line|
  name, action, text = line.split("\t")
  word, result = begin
    ['ok', answer(name, action, text.unpack1('m').force_encoding('UTF-8'))]
  rescue StandardError => e
    ['error', e.inspect]
  end
  puts "#{word}\t#{[result].pack('m0')}"
end
