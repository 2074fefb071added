/** A completion script for PowerShell. Where it gives nothing, PowerShell completes files itself. */
import { type CommandSpec, type Flag, flagNames, type Spec } from "./spec.js";

export function powershell({ flags, commands }: Spec): string {
  return `# northstar in PowerShell: put  northstar completion powershell | Out-String | Invoke-Expression  into $PROFILE
Register-ArgumentCompleter -Native -CommandName northstar -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, summary }) => `    ${quoted(name)} = ${quoted(summary)}`).join("\n")}
  }
  $flags = @{
    '' = [ordered]@{ ${pairsOf(flags)} }
${commands.map(({ name, flags }) => `    ${quoted(name)} = [ordered]@{ ${pairsOf(flags)} }`).join("\n")}
  }
  $values = @{
${commands.flatMap(valuesOf).join("\n")}
  }
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object {
    $_.Extent.EndOffset -lt $cursorPosition
  } | ForEach-Object { $_.ToString() })
  $command = @($words | Where-Object { $_ -notlike '-*' }) + '' | Select-Object -First 1
  $before = if ($words.Count -gt 0) { $words[-1] } else { '' }
  $found = [ordered]@{}
  if ($values.ContainsKey("$command $before")) {
    foreach ($value in $values["$command $before"]) { $found[$value] = $value }
  } elseif ($wordToComplete -like '-*') {
    if ($flags.ContainsKey($command)) { $found = $flags[$command] }
  } elseif ($command -eq '') {
    $found = $commands
  } elseif ($values.ContainsKey($command)) {
    foreach ($value in $values[$command]) { $found[$value] = $value }
  }
  foreach ($text in $found.Keys) {
    if ($text -like "$wordToComplete*") {
      [System.Management.Automation.CompletionResult]::new($text, $text, 'ParameterValue', $found[$text])
    }
  }
}
`;
}

function pairsOf(flags: readonly Flag[]): string {
  return flags
    .flatMap((flag) => flagNames(flag).map((name) => `${quoted(name)} = ${quoted(flag.description)}`))
    .join("; ");
}

/** Words behind a flag, by command and flag; operands by command. */
function valuesOf({ name, flags, operands }: CommandSpec): string[] {
  const behind = flags.flatMap((flag) =>
    flagNames(flag).map((each) => [`${name} ${each}`, flag.takes ?? "anything"] as const),
  );
  return [...behind, [name, operands] as const].flatMap(([key, values]) =>
    typeof values === "string" ? [] : [`    ${quoted(key)} = ${values.map(quoted).join(", ")}`],
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
