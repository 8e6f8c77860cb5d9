/** The file of the repository in which a file of a report stands: `template.yaml#Resize` stands in `template.yaml`. */
export function hostFile(file: string): string {
  const sign = file.indexOf('#', file.lastIndexOf('/') + 1);
  return sign < 0 ? file : file.slice(0, sign);
}
